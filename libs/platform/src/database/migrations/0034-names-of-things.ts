import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the things are called that the record is about. */
export class NamesOfThings1765500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION named_thing, in_language');
  }
}

const statements = `
CREATE FUNCTION in_language(texts jsonb, language text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN coalesce(texts ->> language, texts ->> 'fi', (SELECT value FROM jsonb_each_text(texts) LIMIT 1));

-- A row while the thing is there: its name, what its page's address calls it where that is not its id, and its time.
-- Whoever adds a kind of thing to the record adds it here, and to hub_of_thing when it has a hub of its own. A print has
-- no name here: what its owner has called the file is the owner's, and who sees it is written down.
CREATE FUNCTION named_thing(kind text, thing uuid, language text)
  RETURNS TABLE (name text, ref text, starts_at timestamptz) LANGUAGE sql STABLE AS $$
  SELECT display_name, NULL::text, NULL::timestamptz FROM account WHERE named_thing.kind = 'account' AND id = thing
  UNION ALL SELECT h.name, h.slug, NULL FROM hub h WHERE named_thing.kind = 'hub' AND h.id = thing
  UNION ALL SELECT in_language(p.name, language), p.slug, NULL FROM pool p WHERE named_thing.kind = 'pool' AND p.id = thing
  UNION ALL SELECT in_language(r.name, language), r.slug, NULL FROM resource r
    WHERE named_thing.kind IN ('resource', 'printer') AND r.id = thing
  UNION ALL SELECT coalesce(
      (SELECT in_language(p.name, language) FROM pool p WHERE p.id = b.pool_id),
      (SELECT string_agg(in_language(r.name, language), ', ' ORDER BY r.position, r.slug)
       FROM allocation x JOIN resource r ON r.id = x.resource_id WHERE x.booking_id = b.id AND x.is_target)),
      NULL, b.starts_at
    FROM booking b WHERE named_thing.kind = 'booking' AND b.id = thing
  UNION ALL SELECT coalesce(
      (SELECT in_language(p.name, language) FROM pool p WHERE p.id = s.pool_id),
      (SELECT string_agg(in_language(r.name, language), ', ' ORDER BY array_position(s.resource_ids, r.id))
       FROM resource r WHERE r.id = ANY (s.resource_ids))),
      NULL, NULL
    FROM booking_series s WHERE named_thing.kind = 'series' AND s.id = thing
  UNION ALL SELECT coalesce(
      (SELECT in_language(p.name, language) FROM pool p WHERE p.id = w.pool_id),
      (SELECT in_language(r.name, language) FROM resource r WHERE r.id = w.resource_id)),
      NULL, NULL
    FROM waiting_entry w WHERE named_thing.kind = 'waiting_entry' AND w.id = thing
  UNION ALL SELECT c.reason, NULL, lower(c.during) FROM closure c WHERE named_thing.kind = 'closure' AND c.id = thing
  UNION ALL SELECT i.kind, NULL, i.starts_at FROM induction_session i
    WHERE named_thing.kind = 'induction-session' AND i.id = thing
  UNION ALL SELECT NULL, NULL, NULL FROM print_job j WHERE named_thing.kind = 'print_job' AND j.id = thing
  UNION ALL SELECT concat_ws(' ', s.vendor, s.material, s.color_name), s.number::text, NULL FROM spool s
    WHERE named_thing.kind = 'spool' AND s.id = thing
  UNION ALL SELECT d.name, NULL, NULL FROM device d WHERE named_thing.kind = 'device' AND d.id = thing
  UNION ALL SELECT o.name, NULL, NULL FROM organisation o WHERE named_thing.kind = 'organisation' AND o.id = thing
$$;
`;
