import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** A process of the product under test. */
export interface TestProcess {
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Resolves when it has ended, with its exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts a built program in a process group of its own, so that it can be killed with all it started. */
export function runProgram(program: string, env: Record<string, string>): TestProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [program], { env: { PATH, HOME, ...env }, detached: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return { child, output: () => text, ended };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
