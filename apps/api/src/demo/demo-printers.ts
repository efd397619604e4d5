import type { Transaction } from '#libs/platform';

/** What the demo hub's three printers are as machines; all virtual, so nobody needs to buy one first. */
const demoPrinters = [
  { slug: 'printer-1', unattendedAllowed: true },
  { slug: 'printer-2', unattendedAllowed: true },
  { slug: 'printer-3', unattendedAllowed: false },
] as const;

/** The bridge of the demo hub, by its name in topics. */
export const demoBridge = 'bridge-1';

/** Makes printers of the demo hub's printer resources, which must be there. */
export async function seedDemoPrinters(tx: Transaction, hubSlug: string): Promise<void> {
  await tx.query(`INSERT INTO bridge (hub_id, slug) SELECT id, $2 FROM hub WHERE slug = $1 ON CONFLICT DO NOTHING`, [
    hubSlug,
    demoBridge,
  ]);
  await tx.query(
    `INSERT INTO printer (resource_id, bridge_id, model, bed_x_millimetres, bed_y_millimetres, bed_z_millimetres,
       nozzle_diameter_millimetres, max_nozzle_celsius, max_bed_celsius, unattended_allowed)
     SELECT r.id, b.id, 'Virtual One', 250, 210, 210, 0.4, 285, 110, d."unattendedAllowed"
     FROM jsonb_to_recordset($2) AS d(slug text, "unattendedAllowed" boolean)
     JOIN hub h ON h.slug = $1
     JOIN resource r ON r.hub_id = h.id AND r.slug = d.slug
     JOIN bridge b ON b.hub_id = h.id AND b.slug = $3
     ON CONFLICT DO NOTHING`,
    [hubSlug, JSON.stringify(demoPrinters), demoBridge],
  );
}
