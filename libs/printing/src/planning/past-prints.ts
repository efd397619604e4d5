/**
 * How the twenty latest prints of a printer compare with the time that their files stated: `count`, `low`, `high`.
 * @param printer the column that names it
 */
export const pastPrintsSql = (printer: string): string => `
  SELECT count(*)::int AS count, percentile_cont(0.1) WITHIN GROUP (ORDER BY share) AS low,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY share) AS high
  FROM (
    SELECT extract(epoch FROM done.ended_at - done.started_at) / (of.analysis ->> 'estimatedSeconds')::float8 AS share
    FROM print_attempt done JOIN print_job of ON of.id = done.print_job_id
    WHERE done.printer_id = ${printer} AND done.status = 'completed' AND done.started_at IS NOT NULL
      AND (of.analysis ->> 'estimatedSeconds')::float8 > 0
    ORDER BY done.ended_at DESC LIMIT 20) latest`;
