import { join } from 'node:path';
import type { BridgeOptions } from './bridge-options.js';
import { startBridge, type RunningBridge } from './bridge.js';
import {
  ConfigFault,
  fetchPrinterOptions,
  readConfig,
  readDataDir,
  readHomeAssistant,
  readPrinterOptions,
} from './config.js';
import { diagnosisTable, examinePrinters, isIll } from './doctor.js';
import type { BridgeLog } from './log.js';
import { pairBridge, readPairArguments } from './pair.js';

const log: BridgeLog = {
  info: (message) => write('info', message),
  warn: (message) => write('warn', message),
  error: (message, cause) => write('error', message, cause),
};

function write(level: string, message: string, cause?: unknown): void {
  const why = cause === undefined ? {} : { cause: cause instanceof Error ? (cause.stack ?? cause.message) : cause };
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...why })}\n`);
}

function obeySignals(bridge: RunningBridge): void {
  process.on('SIGHUP', () => void bridge.reload());
  let stopping: Promise<void> | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= bridge.stop().then(
        () => log.info('Stopped'),
        (error: unknown) => {
          log.error('Not stopped cleanly', error);
          process.exitCode = 1;
        },
      );
    });
  }
}

const [command, ...args] = process.argv.slice(2);

try {
  if (command === undefined) await run();
  else if (command === 'pair') await pair();
  else if (command === 'doctor') await examine();
  else throw new Error(`there is no command ${command}; there are: pair --server URL [--name NAME], doctor`);
} catch (error) {
  const lines = error instanceof ConfigFault ? error.faults : [describe(error)];
  for (const line of lines) process.stderr.write(`hardware-bridge: ${line}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const reload = (): Promise<BridgeOptions['printers']> => fetchPrinterOptions();
  const homeAssistant = (): boolean | undefined => readHomeAssistant();
  obeySignals(await startBridge({ ...readConfig(), reload, reloadsOnConnect: true, homeAssistant, log }));
}

async function examine(): Promise<void> {
  const diagnoses = await examinePrinters(readPrinterOptions(), { machinesDir: join(readDataDir(), 'virtual') });
  for (const line of diagnosisTable(diagnoses)) process.stdout.write(`${line}\n`);
  if (diagnoses.some(isIll)) process.exitCode = 1;
}

function pair(): Promise<void> {
  const show = (line: string): void => void process.stdout.write(`${line}\n`);
  return pairBridge({ ...readPairArguments(args), dataDir: readDataDir(), show });
}

/** A fault and what it came from, in one line. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${describe(error.cause)}`;
}
