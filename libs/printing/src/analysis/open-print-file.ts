import { open } from 'node:fs/promises';
import { RefusedFile } from './analysis-result.js';
import { listArchive } from './archive/archive.js';
import { slicedProject } from './archive/sliced-project.js';
import { binaryText } from './bgcode/binary-text.js';
import { kindOf } from './file-kind.js';
import type { ModelShape } from './model/model-shape.js';
import { readThreeMfModel } from './model/read-3mf-model.js';
import { readBinaryStl, readTextStl } from './model/read-stl.js';
import { plainText } from './text/plain-text.js';
import type { PrintText } from './text/print-text.js';

/** A print file is G-code in some wrapping, or a model that nobody has sliced yet. */
export type PrintFile = { readonly text: PrintText } | { readonly model: ModelShape };

const headBytes = 4096;

/**
 * Finds out by content what a file is, whatever it is called. What looks like text is taken for plain G-code; the
 * analysis itself finds out whether it holds commands.
 * @throws RefusedFile naming what the file is instead
 */
export async function openPrintFile(path: string): Promise<PrintFile> {
  const { bytes, fileBytes } = await readHead(path);
  if (bytes.length === 0) throw new RefusedFile('print.corrupt_file', 'the file is empty');
  const kind = kindOf(bytes, fileBytes);
  if (kind === 'text') return { text: plainText(path) };
  if (kind === 'binary G-code') return { text: binaryText(path) };
  if (kind === 'archive') return openProject(path);
  if (kind === 'binary STL') return { model: await readBinaryStl(path) };
  if (kind === 'text STL') return { model: await readTextStl(path) };
  throw new RefusedFile('print.unsupported_file', `this is ${kind.other}`);
}

async function openProject(path: string): Promise<PrintFile> {
  const archive = await listArchive(path);
  const text = await slicedProject(path, archive);
  if (text !== null) return { text };
  const model = await readThreeMfModel(path, archive);
  if (model !== null) return { model };
  throw new RefusedFile('print.unsupported_file', 'this is an archive without a print in it');
}

async function readHead(path: string): Promise<{ bytes: Buffer; fileBytes: number }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(buffer, 0, headBytes, 0);
    return { bytes: buffer.subarray(0, bytesRead), fileBytes: size };
  } finally {
    await file.close();
  }
}
