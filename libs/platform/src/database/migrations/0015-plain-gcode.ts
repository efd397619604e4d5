import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plain G-code of a print file that holds it packed. */
export class PlainGcode1764450000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('printers would be sent files they cannot read; restore a backup instead');
  }
}

const statements = `
ALTER TABLE print_job
  ADD COLUMN gcode_sha256 text CHECK (length(gcode_sha256) = 64),
  ADD COLUMN gcode_bytes bigint,
  ADD CONSTRAINT print_job_gcode_size CHECK (gcode_sha256 IS NULL OR gcode_bytes IS NOT NULL);
CREATE INDEX print_job_gcode ON print_job (gcode_sha256) WHERE gcode_sha256 IS NOT NULL;
`;
