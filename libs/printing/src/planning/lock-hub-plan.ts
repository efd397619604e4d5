import type { Transaction } from '#libs/platform';

/** One at a time plans the prints of a hub, or changes what is loaded there, until the transaction ends. */
export async function lockHubPlan(tx: Transaction, hubId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [hubId]);
}
