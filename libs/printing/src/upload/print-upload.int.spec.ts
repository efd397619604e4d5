import { Readable } from 'node:stream';
import type { Viewer } from '#libs/people';
import { FileStore } from '#libs/platform';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrintUploadService } from './print-upload.service.js';

let fixture: PrintingFixture;
let uploads: PrintUploadService;
let owner: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  await fixture.get(FileStore).onModuleInit();
  uploads = fixture.get(PrintUploadService);
  owner = await fixture.aPerson();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const send = async (content: string, hub: string) => {
  const file = await uploads.store(Readable.from([Buffer.from(content)]));
  const submitted = uploads.submit(owner, { file, fileName: 'a.gcode', hub }, undefined);
  return submitted.then(
    () => ({ outcome: 'ok', file }),
    (error: Error & { code?: string }) => ({ outcome: error.code ?? error.message, file }),
  );
};

const isStored = (sha256: string) => fixture.get(FileStore).has(sha256);

it('promises the analysis of an upload once', async () => {
  await send('G28', 'test-hub');
  const [job, ...others] = await fixture.takeJobs('print.analyse');
  expect(job?.jobId).toBe(`analyse-${String(job?.payload.printJobId)}-1`);
  expect(others).toEqual([]);
});

it('never takes the file from a job when somebody else’s upload of the same file is refused', async () => {
  for (let round = 0; round < 20; round += 1) {
    const content = `G28 ; ${round}`;
    const [kept, refused] = await Promise.all([send(content, 'test-hub'), send(content, 'atlantis')]);
    expect(refused.outcome).toBe('not_found');
    // Who loses the race is told so, and has no job without a file.
    expect(['ok', 'service.unavailable']).toContain(kept.outcome);
    expect(await isStored(kept.file.sha256)).toBe(kept.outcome === 'ok');
  }
});
