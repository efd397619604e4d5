import { Readable } from 'node:stream';
import { FileStore } from '#libs/platform';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { OrphanFiles } from './orphan-files.js';

let fixture: PrintingFixture;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  await fixture.get(FileStore).onModuleInit();
});
afterAll(() => fixture.close());

const dayMinutes = 24 * 60;
const minutesSinceThen = () => (Date.now() - fixture.clock.now().getTime()) / 60_000;
const store = async (content: string) =>
  (await fixture.get(FileStore).put(Readable.from([Buffer.from(content)]), 100)).sha256;

it('forgets what became no print within a day, and nothing that a print has', async () => {
  const [file, gcode, picture, orphan] = await Promise.all(['file', 'G-code', 'picture', 'orphan'].map(store));
  const id = await fixture.aPrintJob({ status: 'queued' });
  await fixture.database.query(
    'UPDATE print_job SET file_sha256 = $2, gcode_sha256 = $3, gcode_bytes = 6, thumbnail_sha256 = $4 WHERE id = $1',
    [id, file, gcode, picture],
  );
  const kept = async () =>
    Promise.all([file, gcode, picture, orphan].map((sha256) => fixture.get(FileStore).has(sha256 ?? '')));

  fixture.clock.advance(minutesSinceThen() + dayMinutes - 5);
  await fixture.get(OrphanFiles).clean();
  expect(await kept()).toEqual([true, true, true, true]);
  fixture.clock.advance(10);
  await fixture.get(OrphanFiles).clean();
  expect(await kept()).toEqual([true, true, true, false]);
});
