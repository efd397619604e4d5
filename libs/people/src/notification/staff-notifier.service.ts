import { Injectable } from '@nestjs/common';
import type { JobPayload, StaffTopic } from '#libs/contracts';
import { Clock, Config, Database, enqueueMail, HandlesJob, type MailRequest } from '#libs/platform';
import { StaffNotificationRepository } from './staff-notification.repository.js';

const templates = {
  too_hot: 'staffTooHot',
  alarm: 'staffAlarm',
  print_failed: 'staffPrintFailed',
  fault: 'staffFault',
  print_review: 'staffPrintReview',
  booking_approval: 'staffBookingApproval',
} as const satisfies Record<StaffTopic, MailRequest['template']>;

/**
 * Writes to staff who want to be told. Whom that is, is decided here and not where it happened, so that only somebody
 * who still works in the hub gets a mail. A mail that waits until the quiet time is over says only that there is more:
 * by then it may be about several things, or dealt with.
 * @see docs/adr/0050-staff-notifications.md
 */
@Injectable()
export class StaffNotifier {
  private readonly links: { url: string; settingsUrl: string };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notifications: StaffNotificationRepository,
    { publicUrl }: Config,
  ) {
    this.links = {
      url: new URL('/staff', publicUrl).href,
      settingsUrl: new URL('/staff/notifications', publicUrl).href,
    };
  }

  @HandlesJob('staff.notify')
  async notify(news: JobPayload<'staff.notify'>): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      for (const { email, locale, hub, thing, toldAt } of await this.notifications.pick(tx, news, now)) {
        const params = { hub, topic: news.topic, thing: thing ?? 'none', alarm: news.alarm ?? 'none', ...this.links };
        const isLater = toldAt > now;
        const template = isLater ? 'staffMore' : templates[news.topic];
        enqueueMail(tx, { to: email, locale, template, params }, isLater ? { runAt: toldAt } : {});
      }
    });
  }
}
