import { randomUUID } from 'node:crypto';
import type { AlarmKind, StaffTopic } from '#libs/contracts';
import type { Transaction } from '#libs/platform';

/** Something that staff may want to be told by mail. */
export interface StaffNews {
  readonly hubId: string;
  readonly topic: StaffTopic;
  /** The account of whoever caused it, and so knows. */
  readonly causedBy?: string | null;
  /** The thing it is about. */
  readonly resourceId?: string | null;
  /** What is wrong, for an alarm. */
  readonly alarm?: AlarmKind;
  /** Which news it is, where a job that may run twice tells it. */
  readonly newsId?: string;
}

/**
 * Promises in a transaction that staff who want to know are told of its outcome. Whom that is, is looked up when the
 * promise is kept: a booking waits for nobody's mail.
 * @param tx the transaction in which it happens
 */
export function tellStaff(tx: Transaction, news: StaffNews): void {
  const { hubId, topic, causedBy = null, resourceId = null, alarm = null, newsId = randomUUID() } = news;
  tx.enqueue('staff.notify', { newsId, hubId, topic, causedBy, resourceId, alarm });
}
