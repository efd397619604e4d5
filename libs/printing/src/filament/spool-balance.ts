/**
 * What is left of a spool `s`: its start, what corrections added, and what ended prints took. Below zero when prints
 * took more than was thought to be there.
 */
export const spoolBalance = `(s.start_grams
  + (SELECT coalesce(sum(c.grams), 0) FROM spool_correction c WHERE c.spool_id = s.id)
  - (SELECT coalesce(sum(u.grams), 0) FROM filament_use u WHERE u.spool_id = s.id))::float8`;

/** What prints that run now are going to take from a spool `s`. */
export const spoolRunning = `(SELECT coalesce(sum(u.planned_grams), 0) FROM filament_use u
  WHERE u.spool_id = s.id AND u.ended_at IS NULL)::float8`;

/** What is in the first place of a printer `p`: the spool says, or else somebody's word. */
export const loadedMaterialSql = `coalesce((SELECT s.material FROM spool s
  WHERE s.printer_id = p.resource_id AND s.tool = 0), p.loaded_material)`;
