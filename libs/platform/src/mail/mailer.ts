import { createTransport } from 'nodemailer';
import { DataSource } from 'typeorm';
import type { MailAttachment } from '#libs/contracts';
import type { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  attachment?: MailAttachment;
}

/** Sends mail: over SMTP when `SMTP_URL` is set, else into the demo mailbox that anybody at the demo hub can read. */
export abstract class Mailer {
  /** Resolves when the mail is somewhere safe. */
  abstract deliver(mail: Mail): Promise<void>;

  static for(config: Config, dataSource: DataSource, clock: Clock): Mailer {
    return config.smtpUrl === undefined
      ? new DemoMailbox(dataSource, clock)
      : new SmtpMailer(config.smtpUrl, config.mailFrom);
  }
}

class SmtpMailer extends Mailer {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(url);
  }

  override async deliver({ attachment, ...mail }: Mail): Promise<void> {
    await this.transport.sendMail({
      from: this.from,
      ...mail,
      ...(attachment && { attachments: [toFile(attachment)] }),
    });
  }
}

function toFile({ fileName, ...file }: MailAttachment) {
  return { filename: fileName, ...file };
}

/** Keeps what people read; attached files are for calendars, and stay away. */
class DemoMailbox extends Mailer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliver(mail: Mail): Promise<void> {
    await this.dataSource.query(`INSERT INTO demo_mail (recipient, subject, text, sent_at) VALUES ($1, $2, $3, $4)`, [
      mail.to,
      mail.subject,
      mail.text,
      this.clock.now(),
    ]);
  }
}
