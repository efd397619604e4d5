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
`;
