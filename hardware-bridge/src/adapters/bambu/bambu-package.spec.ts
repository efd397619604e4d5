import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzip } from '../../../../test/support/unzip.js';
import { packPlate } from './bambu-package.js';

describe('G-code packed for a Bambu printer', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dk-package-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the only plate of a project, to the byte, with its checksum beside it', async () => {
    const gcode = Buffer.from(`G28\n${randomBytes(200_000).toString('hex')}\n`);
    const path = join(folder, 'a.gcode');
    await writeFile(path, gcode);
    const entries = await unzip(await buffer(await packPlate(path)));
    expect(entries.get('Metadata/plate_1.gcode')?.equals(gcode)).toBe(true);
    const sum = createHash('md5').update(gcode).digest('hex').toUpperCase();
    expect(entries.get('Metadata/plate_1.gcode.md5')?.toString()).toBe(sum);
    expect([...entries.keys()].filter((name) => name.endsWith('.gcode'))).toHaveLength(1);
  });

  it('is what the package says of itself: a project without a model', async () => {
    const path = join(folder, 'a.gcode');
    await writeFile(path, 'G28\n');
    const entries = await unzip(await buffer(await packPlate(path)));
    expect(entries.get('_rels/.rels')?.toString()).toContain('Target="/3D/3dmodel.model"');
    expect(entries.get('3D/3dmodel.model')?.toString()).toContain('<build/>');
    expect(entries.get('[Content_Types].xml')?.toString()).toContain('Extension="gcode"');
  });

  it('breaks off when its file has gone', async () => {
    await expect(packPlate(join(folder, 'nothing.gcode'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
