import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilSucceeds } from './until-succeeds.js';
import { freePort, runProgram, type TestProcess } from './process.js';

const standalone = 'dist/apps/standalone/src/main.js';

export interface TestHub {
  readonly url: string;
  readonly dataDir: string;
  readonly main: TestProcess;
  /** Ends it as Ctrl-C does. The data stays until `remove`. */
  stop(): Promise<void>;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
}

/**
 * Starts the standalone hub as a user would, in a process of its own, and waits until it is ready.
 * @param options.dataDir of an earlier hub to go on with; a new one when left out
 * @param options.env settings on top of the test's own
 */
export async function startHub(
  options: { dataDir?: string; port?: number; env?: Record<string, string> } = {},
): Promise<TestHub> {
  const dataDir = options.dataDir ?? (await newFolder());
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const main = runProgram(standalone, {
    PORT: String(port),
    DATA_DIR: dataDir,
    VIRTUAL_PRINTER_SPEED: '120',
    ...options.env,
  });
  await untilSucceeds(async () => {
    if (main.child.exitCode !== null) throw new Error(`the hub ended: ${main.output()}`);
    const { status } = await fetch(`${url}/health/ready`);
    if (status !== 200 || !main.output().includes('is ready')) throw new Error(`not ready: ${main.output()}`);
  }, 60_000);
  const stop = async (): Promise<void> => {
    if (main.child.exitCode === null && main.child.signalCode === null) main.child.kill('SIGINT');
    await main.ended;
  };
  const remove = async (): Promise<void> => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, main, stop, remove };
}

/** A folder that an unprivileged database server can reach, too. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-hub-'));
  await chmod(folder, 0o755);
  return folder;
}
