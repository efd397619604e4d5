import { fork, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const startMs = 60_000;
/** Of the kernel's clock, whose unit is the same on every Linux that we run on. */
const ticksPerSecond = 100;

/** A loopback port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs a program of the product or another one; `stop` ends it and waits. */
export function runProgram(command, args, env = {}) {
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, pid: child.pid, stop: () => end(child, 'SIGTERM') };
}

/** Runs a script of this folder as a process of its own; resolves with what it says first. */
export async function runScript(name, ...args) {
  const child = fork(new URL(name, import.meta.url), args);
  const message = await nextMessage(child);
  return { child, pid: child.pid, message, stop: () => end(child, 'SIGKILL') };
}

/** What a script says next. @throws Error when it ends instead */
export function nextMessage(child) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`it ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** Resolves when a server that was just started answers this address with 200. */
export async function untilReady(child, address) {
  for (const deadline = Date.now() + startMs; ;) {
    const isReady = await fetch(address).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`nothing answers ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Processor seconds that a process has used; with `family` its children too. */
export function cpuSeconds(pid, { family = false } = {}) {
  const pids = family ? [pid, ...childrenOf(pid)] : [pid];
  return (
    pids.reduce((sum, one) => sum + Number(statOf(one)[11] ?? 0) + Number(statOf(one)[12] ?? 0), 0) / ticksPerSecond
  );
}

export function residentMegabytes(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** The most a process has ever held. */
export function peakMegabytes(pid) {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

function childrenOf(parent) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => Number(statOf(pid)[1]) === parent);
}

/** State, parent and more: what the kernel tells after the command's name, which may hold anything. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  } catch {
    return [];
  }
}

function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return ended;
}
