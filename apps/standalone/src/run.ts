import 'reflect-metadata';
import { describeStartupFault } from '#libs/platform';
import { demoAccounts } from '../../api/src/demo/demo-accounts.js';
import { startHub, type RunningHub } from './hub.js';
import { readSettings } from './settings.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The whole hub, until it is told to stop.
 * @returns the exit code
 */
export async function run(environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    await runUntilStopped(environment);
    return 0;
  } catch (error) {
    for (const fault of describeStartupFault(error)) process.stderr.write(`${fault}\n`);
    return 1;
  }
}

async function runUntilStopped(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = await readSettings(environment);
  // A signal during the start waits for the start, so that nothing is left half-started.
  const starting = startHub(settings);
  const signalled = new Promise<void>((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
  });
  const hub = await starting;
  greet(hub);
  await signalled;
  process.stdout.write('Stopping …\n');
  await hub.stop();
  process.stdout.write('Stopped. The data is kept.\n');
}

function greet({ url, demo }: RunningHub): void {
  const lines = [`Digikeskus is ready: ${url}`, `  staff  ${url}/staff`, `  kiosk  ${url}/kiosk/viitasaari`];
  if (demo) {
    lines.push('', 'Demo accounts; the sign-in page shows the code that each would get by e-mail:');
    for (const { email, displayName } of demoAccounts) lines.push(`  ${email}  (${displayName})`);
  }
  lines.push('', 'Stop with Ctrl-C.', '');
  process.stdout.write(lines.join('\n'));
}
