import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printDurationMs, printSeconds } from './print-duration.js';

describe('the printing time of a file', () => {
  it.each([
    ['the first M73 before any comment', 'M73 P0 R12\nM73 P0 R99\n;TIME:5\n', 720],
    ['PrusaSlicer', '; estimated printing time (normal mode) = 1d 2h 3m 4s\n', 93_784],
    ['minutes and seconds alone', '; estimated printing time (normal mode) = 11m 30s\n', 690],
    ['Cura', ';FLAVOR:Marlin\n;TIME:4211\n', 4211],
    ['Bambu Studio', '; model printing time: 1m 2s; total estimated time: 7m 38s\n', 458],
    ['a comment when M73 says nothing left', 'M73 P0 R0\n;TIME:42\n', 42],
  ])('is read from %s', (_, gcode, seconds) => {
    expect(printSeconds(gcode)).toBe(seconds);
  });

  it.each(['', 'G28\nG1 X0\n', '; estimated printing time (normal mode) = soon\n', 'G1 ; M73 P0 R5 is not a line\n'])(
    'is not invented: %j',
    (gcode) => expect(printSeconds(gcode)).toBeNull(),
  );

  describe('in a file', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'dk-duration-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    const write = async (content: string): Promise<string> => {
      const path = join(folder, 'a.gcode');
      await writeFile(path, content);
      return path;
    };

    it('is found at the end of a long one', async () => {
      const path = await write(`${'G1 X1 Y1\n'.repeat(200_000)}; estimated printing time (normal mode) = 2h\n`);
      expect(await printDurationMs(path)).toBe(7_200_000);
    });

    it('is guessed by the size, one second for two kilobytes, and never nothing', async () => {
      expect(await printDurationMs(await write('G1 X1 Y1\n'.repeat(2048)))).toBe(9000);
      expect(await printDurationMs(await write(''))).toBe(1000);
    });
  });
});
