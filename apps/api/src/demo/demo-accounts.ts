import type { Transaction } from '#libs/platform';

/** Who can sign in at the demo hub. */
export const demoAccounts = [
  { email: 'asukas@digikeskus.example', displayName: 'Aino Asukas', roles: [] },
  { email: 'staff@digikeskus.example', displayName: 'Onni Ohjaaja', roles: ['staff'] },
  { email: 'admin@digikeskus.example', displayName: 'Hilla Hallinta', roles: ['staff', 'admin'] },
] as const;

/** The demo hub's three people; the hub itself must be there. */
export async function seedDemoAccounts(tx: Transaction, hubSlug: string): Promise<void> {
  await tx.query(
    `INSERT INTO account (email, display_name, locale)
     SELECT email, "displayName", 'fi' FROM jsonb_to_recordset($1) AS a(email text, "displayName" text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(demoAccounts)],
  );
  await tx.query(
    `INSERT INTO role_assignment (account_id, role, hub_id)
     SELECT a.id, role.value, h.id
     FROM jsonb_to_recordset($1) AS d(email text, roles jsonb)
     JOIN account a ON a.email = d.email
     CROSS JOIN LATERAL jsonb_array_elements_text(d.roles) AS role
     JOIN hub h ON h.slug = $2
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(demoAccounts), hubSlug],
  );
}
