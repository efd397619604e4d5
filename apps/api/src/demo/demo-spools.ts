import type { Transaction } from '#libs/platform';

/** What is in the demo hub's printers, and on its shelf; one of them is nearly empty. */
const demoSpools = [
  { number: 1, material: 'PLA', color: 'musta', hex: '1A1A1A', grams: 820, printer: 'printer-1', density: 1.24 },
  { number: 2, material: 'PLA', color: 'valkoinen', hex: 'F5F5F5', grams: 640, printer: 'printer-2', density: 1.24 },
  { number: 3, material: 'PETG', color: 'sininen', hex: '1F5FBF', grams: 950, printer: 'printer-3', density: 1.27 },
  { number: 4, material: 'PLA', color: 'punainen', hex: 'C62828', grams: 1000, printer: null, density: 1.24 },
  { number: 5, material: 'TPU', color: 'harmaa', hex: '8A8A8A', grams: 90, printer: null, density: 1.21 },
] as const;

/** Fills the demo hub's printers, which must be there. What staff have changed since stays. */
export async function seedDemoSpools(tx: Transaction, hubSlug: string): Promise<void> {
  await tx.query(
    `INSERT INTO spool (hub_id, number, material, color_name, color_hex, full_grams, start_grams, density,
       diameter_millimetres, location, printer_id, tool, created_at)
     SELECT h.id, d.number, d.material, d.color, d.hex, 1000, d.grams, d.density, 1.75,
       CASE WHEN d.printer IS NULL THEN 'Hylly' END, r.id, CASE WHEN r.id IS NOT NULL THEN 0 END, now()
     FROM jsonb_to_recordset($2) AS d(number int, material text, color text, hex text, grams int, printer text,
       density float8)
     JOIN hub h ON h.slug = $1
     LEFT JOIN resource r ON r.hub_id = h.id AND r.slug = d.printer
     ON CONFLICT DO NOTHING`,
    [hubSlug, JSON.stringify(demoSpools)],
  );
}
