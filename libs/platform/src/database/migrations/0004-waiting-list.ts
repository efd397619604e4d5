import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People who wait for a time, and the gate that makes a booking and a closing of its place see each other: whatever
 * path a booking takes, it cannot appear in a hub that is being closed or on a thing that is being put out of order.
 */
export class WaitingList1763850000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [waitingList, gate, guard]) await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('the waiting list would be lost; restore a backup instead');
  }
}

const waitingList = `
CREATE TABLE waiting_entry (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  pool_id uuid REFERENCES pool,
  resource_id uuid REFERENCES resource,
  -- Any time of duration_minutes inside [wanted_from, wanted_to) will do.
  wanted_from timestamptz NOT NULL,
  wanted_to timestamptz NOT NULL,
  duration_minutes integer NOT NULL CHECK (duration_minutes > 0),
  -- Whether an offer was taken or lapsed is told by its booking alone.
  status text NOT NULL CHECK (status IN ('waiting', 'offered', 'left')),
  booking_id uuid REFERENCES booking ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (wanted_from < wanted_to),
  CHECK (num_nonnulls(pool_id, resource_id) = 1),
  CHECK ((status = 'waiting' AND booking_id IS NULL) OR (status = 'offered' AND booking_id IS NOT NULL)
    OR status = 'left')
);
CREATE INDEX waiting_entry_line ON waiting_entry (hub_id, created_at, id) WHERE status = 'waiting';
CREATE INDEX waiting_entry_account ON waiting_entry (account_id, created_at);
CREATE INDEX waiting_entry_booking ON waiting_entry (booking_id);
-- Who asks twice for the same stands in line once.
CREATE UNIQUE INDEX waiting_entry_once ON waiting_entry
  (account_id, coalesce(pool_id, resource_id), wanted_from, wanted_to, duration_minutes) WHERE status = 'waiting';
`;

// Taken before the row is written, so that nobody waits here with a row that a closing would have to wait for.
const gate = `
CREATE FUNCTION hub_gate(hub uuid) RETURNS bigint LANGUAGE sql STABLE
  RETURN hashtextextended('hub-gate/' || hub::text, 0);

CREATE FUNCTION allocation_passes_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hub_gate(hub_id)) FROM resource WHERE id = NEW.resource_id;
  RETURN NEW;
END $$;
CREATE TRIGGER allocation_passes_gate BEFORE INSERT OR UPDATE OF resource_id, during, active ON allocation
  FOR EACH ROW WHEN (NEW.active AND NEW.booking_id IS NOT NULL) EXECUTE FUNCTION allocation_passes_gate();
`;

// Looks with a snapshot of its own, after the gate: what was closed meanwhile is seen.
const guard = `
CREATE FUNCTION booking_needs_open_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hub_gate(NEW.hub_id));
  IF EXISTS (
    SELECT FROM closure c WHERE c.hub_id = NEW.hub_id AND c.lifted_at IS NULL
      AND c.during && tstzrange(NEW.starts_at, NEW.ends_at)
  ) OR EXISTS (
    SELECT FROM allocation a JOIN resource r ON r.id = a.resource_id
    WHERE a.booking_id = NEW.id AND a.active AND a.is_target AND r.out_of_order_reason IS NOT NULL
      AND (r.out_of_order_until IS NULL OR r.out_of_order_until > NEW.starts_at)
  ) THEN
    RAISE EXCEPTION 'the place of booking % is closed or out of order', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_place_open', TABLE = 'booking';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER booking_needs_open_place AFTER INSERT ON booking FOR EACH ROW
  WHEN (NEW.status IN ('held', 'pending', 'confirmed', 'in_use')) EXECUTE FUNCTION booking_needs_open_place();
CREATE TRIGGER moved_booking_needs_open_place AFTER UPDATE OF starts_at, ends_at ON booking FOR EACH ROW
  WHEN (NEW.status IN ('held', 'pending', 'confirmed', 'in_use')
    AND (NEW.starts_at <> OLD.starts_at OR NEW.ends_at > OLD.ends_at))
  EXECUTE FUNCTION booking_needs_open_place();
`;
