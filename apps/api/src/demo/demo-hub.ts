import type { Transaction } from '#libs/platform';
import { demoHub, demoPools, demoResources } from './demo-places.js';

export const demoHubSlug = demoHub.slug;

/** The demo hub with its pools and resources; whatever is there already, by slug, stays as staff have left it. */
export async function seedDemoHub(tx: Transaction): Promise<void> {
  await tx.query(
    `INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours, category_policies)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      demoHub.slug,
      demoHub.name,
      demoHub.address,
      demoHub.timeZone,
      demoHub.languages,
      JSON.stringify(demoHub.weeklyHours),
      JSON.stringify(demoHub.categoryPolicies),
    ],
  );
  await tx.query(
    `INSERT INTO pool (hub_id, slug, name, description, category)
     SELECT h.id, p.slug, p.name, p.description, p.category
     FROM hub h, jsonb_to_recordset($2) AS p(slug text, name jsonb, description jsonb, category text)
     WHERE h.slug = $1 ON CONFLICT DO NOTHING`,
    [demoHub.slug, JSON.stringify(demoPools)],
  );
  await seedResources(tx);
}

/** Things that stand alone first, then their parts, which refer to them. */
async function seedResources(tx: Transaction): Promise<void> {
  const positioned = demoResources.map((resource, index) => ({ ...resource, position: index + 1 }));
  for (const batch of [positioned.filter((r) => !('parent' in r)), positioned.filter((r) => 'parent' in r)]) {
    await tx.query(
      `INSERT INTO resource (hub_id, slug, name, description, category, pool_id, parent_id, policy, position)
       SELECT h.id, r.slug, r.name, r.description, r.category, p.id, parent.id, coalesce(r.policy, '{}'), r.position
       FROM hub h
       CROSS JOIN jsonb_to_recordset($2)
         AS r(slug text, name jsonb, description jsonb, category text, pool text, parent text, policy jsonb,
           position int)
       LEFT JOIN pool p ON p.hub_id = h.id AND p.slug = r.pool
       LEFT JOIN resource parent ON parent.hub_id = h.id AND parent.slug = r.parent
       WHERE h.slug = $1 ON CONFLICT DO NOTHING`,
      [demoHub.slug, JSON.stringify(batch)],
    );
  }
}
