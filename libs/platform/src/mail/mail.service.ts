import { Injectable } from '@nestjs/common';
import type { JobPayload, Locale, MailAttachment } from '#libs/contracts';
import type { Transaction } from '../database/transaction.js';
import { formatMessage } from '../i18n/translate.js';
import { HandlesJob } from '../queue/handles-job.js';
import { Mailer } from './mailer.js';
import { mailTexts, type MailTemplate } from './mail-texts.js';

export interface MailRequest {
  to: string;
  locale: Locale;
  template: MailTemplate;
  params: Record<string, string | number>;
  /** A file to go with it, an invitation for the person's calendar. */
  attachment?: MailAttachment;
}

/**
 * Promises a mail in a transaction; it leaves only after the commit.
 * @param tx the transaction whose outcome the mail tells about
 */
export function enqueueMail(tx: Transaction, request: MailRequest): void {
  tx.enqueue('mail.send', request);
}

/** Writes and sends the mails that transactions promised. */
@Injectable()
export class MailService {
  constructor(private readonly mailer: Mailer) {}

  @HandlesJob('mail.send')
  async send({ to, locale, template, params, attachment }: JobPayload<'mail.send'>): Promise<void> {
    const { subject, text } = mailTexts[template as MailTemplate][locale];
    await this.mailer.deliver({
      to,
      subject: formatMessage(subject, locale, params),
      text: formatMessage(text, locale, params),
      ...(attachment && { attachment }),
    });
  }
}
