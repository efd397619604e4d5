import type { BrokenRule } from '#libs/platform';

/** A block as the one who is blocked is told about it. */
export interface ActiveBlock {
  reason: string;
  /** What the hub's clock will show at its end, as if that clock were in UTC, epoch milliseconds; null without an end. */
  until: number | null;
}

/**
 * Reads the block that keeps a person away from a hub for longest, as one value; NULL when there is none.
 * @param at SQL for the account, the hub and the present instant
 */
export function activeBlockSql(at: { account: string; hub: string; now: string }): string {
  return `(
    SELECT jsonb_build_object('reason', k.reason, 'until', extract(epoch FROM k.until AT TIME ZONE home.time_zone) * 1000)
    FROM person_block k JOIN hub home ON home.id = k.hub_id
    WHERE k.account_id = ${at.account} AND k.hub_id = ${at.hub} AND k.lifted_at IS NULL
      AND (k.until IS NULL OR k.until > ${at.now})
    ORDER BY k.until DESC NULLS FIRST LIMIT 1)`;
}

/** The rule that somebody who is blocked breaks by whatever he or she wants. */
export function blockedRule({ reason, until }: ActiveBlock): BrokenRule {
  return { code: 'person.blocked', params: { reason, hasEnd: until === null ? 'no' : 'yes', until: until ?? 0 } };
}
