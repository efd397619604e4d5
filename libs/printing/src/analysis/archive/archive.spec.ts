import fc from 'fast-check';
import { analysisOf } from '../../../../../test/support/analysed-file.js';
import { aModel, anArchive } from '../../../../../test/support/archives.js';

const gcode = `G28\nM109 S200\n${'G1 X10 Y10 Z1 E1\nG1 X30 Y10 Z1 E2\n'.repeat(200)}M104 S0\n`;
const plate = 'Metadata/plate_1.gcode';
const corrupt = { ok: false, code: 'print.corrupt_file', detail: expect.any(String) };

describe('an archive made to do harm', () => {
  it('is refused when little unpacks to very much', async () => {
    const bomb = await anArchive({ [plate]: `G28\n${'\n'.repeat(64 * 1024 * 1024)}` });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await analysisOf(bomb)).toMatchObject({ ...corrupt, detail: expect.stringContaining('unpacks to') });
  });

  it('is refused when it unpacks to more than it says', async () => {
    const archive = await anArchive({ [plate]: gcode });
    for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 1)) {
      archive.writeUInt32LE(100, at + 24);
    }
    expect(await analysisOf(archive)).toMatchObject(corrupt);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:/windows/a'])('is refused for the name %s', async (name) => {
    const archive = await anArchive({ [plate]: gcode, ['x'.repeat(name.length)]: 'x' });
    const evil = Buffer.from(archive.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1');
    expect(await analysisOf(evil)).toMatchObject(corrupt);
  });

  it('is refused with more files than a project has', async () => {
    const files = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`Metadata/${index}`, '']));
    expect(await analysisOf(await anArchive(files))).toMatchObject(corrupt);
  });

  it('cannot make a small XML large by what its entities stand for', async () => {
    const laughs = `<!DOCTYPE m [<!ENTITY a "lol"><!ENTITY b "${'&a;'.repeat(50)}">]><model>${'&b;'.repeat(50)}</model>`;
    expect(await analysisOf(await anArchive({ '3D/3dmodel.model': laughs }))).toMatchObject(corrupt);
  });
});

describe('a broken archive', () => {
  it('is refused wherever it is cut', async () => {
    const archive = await anArchive({ [plate]: gcode, '3D/3dmodel.model': aModel() });
    for (let bytes = 4; bytes < archive.length; bytes += 37) {
      expect(await analysisOf(archive.subarray(0, bytes))).toMatchObject(corrupt);
    }
  });

  it('is refused when what it unpacks is not what was packed', async () => {
    const archive = await anArchive({ [plate]: gcode });
    const checksumAt = archive.indexOf('PK\x01\x02') + 16;
    archive.writeUInt8(archive.readUInt8(checksumAt) ^ 1, checksumAt);
    expect(await analysisOf(archive)).toMatchObject({ ...corrupt, detail: expect.stringContaining('checksum') });
  });

  it('gets an answer whatever its bytes are', async () => {
    const whole = await anArchive({ [plate]: gcode.slice(0, 400), 'Metadata/slice_info.config': '<config/>' });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const copy = Buffer.from(whole);
        for (const [at, value] of bytes) copy.writeUInt8(value, at);
        const result = await analysisOf(copy);
        expect(result.ok || result.detail.length > 0).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('is no print when there is none in it', async () => {
    expect(await analysisOf(await anArchive({ 'letter.txt': 'Dear reader' }))).toMatchObject({
      ok: false,
      code: 'print.unsupported_file',
    });
  });
});
