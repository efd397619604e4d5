import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a printer gets lies beside what was sent, and says where it comes from. */
export class PrintFileBesideTheSource1764900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
ALTER TABLE print_job
  -- Unpacked from the source, sliced from it by the server, or attached by staff.
  ADD COLUMN gcode_origin text CHECK (gcode_origin IN ('unpacked', 'sliced', 'attached')),
  -- What staff call the file they attached.
  ADD COLUMN gcode_name text,
  -- Grows when another file comes for the one that was sent; file_version grows with either of the two.
  ADD COLUMN source_version integer NOT NULL DEFAULT 1 CHECK (source_version > 0);
UPDATE print_job SET source_version = file_version WHERE file_version > 1;
UPDATE print_job SET gcode_origin = CASE WHEN model_format IS NULL THEN 'unpacked' ELSE 'sliced' END
  WHERE gcode_sha256 IS NOT NULL;
`);
  }

  async down(): Promise<void> {
    throw new Error('which files staff attached would be lost; restore a backup instead');
  }
}
