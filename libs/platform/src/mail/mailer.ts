import { createTransport } from 'nodemailer';
import { DataSource } from 'typeorm';
import type { CalendarMethod } from '#libs/contracts';
import type { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** An iCalendar object, for programs that keep the reader's calendar. */
  calendar?: { method: CalendarMethod; content: string };
  /** The account whose name stands in it, when that is not its reader. */
  about?: string;
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

  override async deliver({ calendar, to, subject, text }: Mail): Promise<void> {
    await this.transport.sendMail({
      from: this.from,
      to,
      subject,
      text,
      ...(calendar && { icalEvent: { filename: 'booking.ics', ...calendar } }),
    });
  }
}

/** Keeps what people read; what is for their calendar programs stays away. */
class DemoMailbox extends Mailer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliver(mail: Mail): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO demo_mail (recipient, subject, text, sent_at, about) VALUES ($1, $2, $3, $4, $5)`,
      [mail.to, mail.subject, mail.text, this.clock.now(), mail.about ?? null],
    );
  }
}
