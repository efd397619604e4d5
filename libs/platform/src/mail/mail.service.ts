import { Injectable } from '@nestjs/common';
import type { CalendarMethod, JobPayload, Locale, MailCalendar, MailCode, MailTime } from '#libs/contracts';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { checkInCode, inGroups } from '../crypto/check-in-code.js';
import { KeyedHash } from '../crypto/keyed-hash.js';
import type { EnqueueOptions, Transaction } from '../database/transaction.js';
import { formatMessage } from '../i18n/translate.js';
import { writeCalendar } from '../icalendar/write-calendar.js';
import { HandlesJob } from '../queue/handles-job.js';
import { formatWhen } from './format-when.js';
import { Mailer } from './mailer.js';
import { mailTexts, type MailTemplate } from './mail-texts.js';

export interface MailRequest {
  /** Null when the person's data were erased: then nothing is sent. */
  to: string | null;
  locale: Locale;
  template: MailTemplate;
  /** Times and codes are written when the mail is sent. */
  params: Record<string, string | number | MailTime | MailCode>;
  /** What goes into the person's own calendar. */
  calendar?: MailCalendar;
  /** The account whose name stands in it, when that is not its reader. */
  about?: string;
}

/**
 * Promises a mail in a transaction; it leaves only after the commit.
 * @param tx the transaction whose outcome the mail tells about
 * @param options.runAt not before this instant
 */
export function enqueueMail(tx: Transaction, request: MailRequest, options: Pick<EnqueueOptions, 'runAt'> = {}): void {
  const { to } = request;
  if (to !== null) tx.enqueue('mail.send', { ...request, to }, options);
}

/** Writes and sends the mails that transactions promised. */
@Injectable()
export class MailService {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  @HandlesJob('mail.send')
  async send({ to, locale, template, params, calendar, about }: JobPayload<'mail.send'>): Promise<void> {
    const { subject, text } = mailTexts[template as MailTemplate][locale];
    const words = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, this.wordFor(value, locale)]),
    );
    await this.mailer.deliver({
      to,
      subject: formatMessage(subject, locale, words),
      text: formatMessage(text, locale, words),
      ...(calendar && { calendar: this.calendarFor(to, calendar) }),
      ...(about !== undefined && { about }),
    });
  }

  private wordFor(value: MailRequest['params'][string], locale: Locale): string | number {
    if (typeof value !== 'object') return value;
    return 'checkInTo' in value ? inGroups(checkInCode(this.keyedHash, value.checkInTo)) : formatWhen(value, locale);
  }

  private calendarFor(
    to: string,
    { method, organizer, events }: MailCalendar,
  ): { method: CalendarMethod; content: string } {
    const people = {
      organizer: { name: organizer, email: addressOf(this.config.mailFrom) },
      attendee: { name: to, email: to },
    };
    const content = writeCalendar(
      events.map(({ startsAt, endsAt, ...event }) => ({
        ...event,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        stampedAt: this.clock.now(),
        // Nobody is asked to come to a calendar that is only for looking at.
        ...(method !== 'PUBLISH' && people),
      })),
      { method },
    );
    return { method, content };
  }
}

/** @param mailbox `Name <address>`, or an address alone */
function addressOf(mailbox: string): string {
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;
}
