import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSlicer } from './run-slicer.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digikeskus-run-slicer-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(script: string, timeoutMs = 20_000) {
  const slicer = join(folder, 'slicer.sh');
  await writeFile(slicer, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return runSlicer({ slicer, searchPath: '/usr/bin:/bin', folder, model: 'model.stl', profiles: [], timeoutMs });
}

it('ends a slicer that takes too long, and says so', async () => {
  const outcome = await run('echo $$ > "$HOME/pid"; while :; do :; done', 300);
  expect(outcome).toEqual({ ok: false, code: 'print.slicing_failed', detail: 'it took too long' });
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('gives a slicer a bounded memory and processor of its own, which outlast whoever started it', async () => {
  await run('ulimit -v > "$HOME/limits"; ulimit -t >> "$HOME/limits"');
  const limits = (await readFile(join(folder, 'limits'), 'utf8')).trim().split('\n');
  expect(limits).toEqual(['4194304', '600']);
});

it('takes no result for a result when nothing came out', async () => {
  expect(await run('exit 0')).toMatchObject({ ok: false, code: 'print.slicing_failed' });
});

it('takes a slicer that talks without end for one that failed', async () => {
  expect(await run('yes', 20_000)).toMatchObject({ ok: false, code: 'print.slicing_failed' });
});
