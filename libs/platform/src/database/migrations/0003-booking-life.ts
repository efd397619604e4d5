import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a booking must remember to move on by itself, and whether a person wants to be reminded. */
export class BookingLife1763800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('holds would never end; restore a backup instead');
  }
}

const statements = `
ALTER TABLE account ADD COLUMN reminders boolean NOT NULL DEFAULT true;

ALTER TABLE booking
  -- Until when a hold or an offer waits for its person.
  ADD COLUMN expires_at timestamptz,
  -- Reminders that were due up to this instant are dealt with; null stands for created_at.
  ADD COLUMN reminded_at timestamptz,
  ADD COLUMN checked_in_at timestamptz,
  ADD COLUMN decline_reason text,
  -- When time moves the booking on; null when nobody has worked it out yet.
  ADD COLUMN next_step_at timestamptz,
  ADD CONSTRAINT booking_hold_ends CHECK (status <> 'held' OR expires_at IS NOT NULL);

-- What is due, and what nobody has worked out, is found without looking at what lies ahead.
CREATE INDEX booking_next_step ON booking (next_step_at) WHERE status IN ('held', 'pending', 'confirmed', 'in_use');
DROP INDEX booking_open;

-- Whoever changes what the next step follows from, and does not say when it is now, leaves that to be worked out.
CREATE FUNCTION booking_forgets_next_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.next_step_at := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER booking_forgets_next_step BEFORE UPDATE OF status, starts_at, ends_at, expires_at ON booking FOR EACH ROW
  WHEN ((OLD.status, OLD.starts_at, OLD.ends_at, OLD.expires_at)
      IS DISTINCT FROM (NEW.status, NEW.starts_at, NEW.ends_at, NEW.expires_at)
    AND NEW.next_step_at IS NOT DISTINCT FROM OLD.next_step_at)
  EXECUTE FUNCTION booking_forgets_next_step();

CREATE FUNCTION policy_moves_next_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE booking SET next_step_at = NULL WHERE status IN ('held', 'pending', 'confirmed', 'in_use')
    AND hub_id = (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'hub' THEN 'id' ELSE 'hub_id' END)::uuid;
  RETURN NULL;
END $$;
CREATE TRIGGER hub_policy_moves_next_steps AFTER UPDATE OF policy, category_policies ON hub
  FOR EACH ROW EXECUTE FUNCTION policy_moves_next_steps();
CREATE TRIGGER pool_policy_moves_next_steps AFTER UPDATE OF policy ON pool
  FOR EACH ROW EXECUTE FUNCTION policy_moves_next_steps();
CREATE TRIGGER resource_policy_moves_next_steps AFTER UPDATE OF policy ON resource
  FOR EACH ROW EXECUTE FUNCTION policy_moves_next_steps();
`;
