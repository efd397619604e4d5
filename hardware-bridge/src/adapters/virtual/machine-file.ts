import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newMachine, type VirtualMachine } from './machine.js';

/** The machine as it was last written; a new one when there is no file. */
export async function readMachine(path: string): Promise<VirtualMachine> {
  try {
    // The file is written by writeMachine alone, and whole or not at all.
    return JSON.parse(await readFile(path, 'utf8')) as VirtualMachine;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return newMachine;
    throw new Error(`The virtual printer's file ${path} cannot be read`, { cause: error });
  }
}

/** Replaces the file as a whole: a crash leaves the old one or the new one. */
export async function writeMachine(path: string, machine: VirtualMachine): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(JSON.stringify(machine, null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
