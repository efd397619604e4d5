/**
 * Whether a guardian's consent stands for a person in a hub, as one value: the one truth that rules about age look at.
 * @param at SQL for the account and the hub
 */
export function heldConsentSql(at: { account: string; hub: string }): string {
  return `EXISTS (
    SELECT FROM guardian_consent g
    WHERE g.account_id = ${at.account} AND g.hub_id = ${at.hub} AND g.status = 'consented')`;
}
