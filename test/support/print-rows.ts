import type { PrintAnalysis } from '#libs/contracts';

/** What the analysis says of a file that tells its time, and perhaps its weight. */
export function anAnalysis(estimatedSeconds: number, totalGrams: number | null = null): PrintAnalysis {
  return {
    slicer: null,
    printerModel: null,
    estimatedSeconds,
    filaments: [],
    totalGrams,
    layerCount: null,
    layerHeightMillimetres: null,
    nozzleDiameterMillimetres: null,
    boundingBox: null,
    maxNozzleCelsius: null,
    maxBedCelsius: null,
    findings: [],
  };
}

/** `$1` hub, `$2` slugs of printers, all on one bridge; gives slug and id. */
export const seedPrintersSql = `
  WITH b AS (INSERT INTO bridge (hub_id, slug) VALUES ($1, 'bridge-1') RETURNING id),
  r AS (
    INSERT INTO resource (hub_id, slug, name, description, category, position)
    SELECT $1, p.slug, jsonb_build_object('en', p.slug), '{}', 'printer', p.position
    FROM unnest($2::text[]) WITH ORDINALITY AS p (slug, position) RETURNING id, slug),
  p AS (
    INSERT INTO printer (resource_id, bridge_id, model, bed_x_millimetres, bed_y_millimetres, bed_z_millimetres,
      nozzle_diameter_millimetres, max_nozzle_celsius, max_bed_celsius, unattended_allowed)
    SELECT r.id, b.id, 'virtual', 200, 200, 200, 0.4, 250, 100, true FROM r, b)
  SELECT slug, id FROM r`;
