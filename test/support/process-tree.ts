import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestHub } from './hub.js';

/**
 * Every process of a standalone hub: its own, and PostgreSQL's, which stands apart from it.
 * @returns process ids
 */
export function processesOf(hub: TestHub): number[] {
  const { pid } = hub.main.child;
  const postmaster = Number(readFileSync(join(hub.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (pid === undefined) throw new Error('the hub was not started');
  return [pid, postmaster, ...childrenOf(pid), ...childrenOf(postmaster)];
}

/** Kills all of them at once, as a power cut does. */
export async function killWholeTree(hub: TestHub): Promise<void> {
  for (const pid of processesOf(hub).filter(isAlive)) kill(pid);
  await hub.main.ended;
}

/** The database's helpers end by themselves as soon as their server is gone. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Whether a process still runs; one that only waits for its parent to look does not. */
export function isAlive(pid: number): boolean {
  const [state = 'Z'] = statOf(pid);
  return state !== 'Z';
}

/** Resident memory in megabytes, shared pages counted once for each process that maps them. */
export function residentMegabytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + memoryField(pid, 'status', 'VmRSS'), 0) / 1024;
}

function memoryField(pid: number, file: string, field: string): number {
  const match = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'));
  return Number(match?.[1] ?? 0);
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)[1]) === parent);
}

/** State, parent and more: what the kernel tells after the command's name, which may hold anything. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    // It has ended.
    return [];
  }
}
