import { open } from 'node:fs/promises';
import { RefusedFile } from '../analysis-result.js';
import { binaryText } from '../bgcode/binary-text.js';
import { nameOtherKind } from '../file-kind.js';
import { plainText } from './plain-text.js';
import type { PrintText } from './print-text.js';

const headBytes = 4096;
const binaryMagic = 'GCDE';

/**
 * Finds the G-code in a file by content, whatever the file is called. What looks like text is taken for plain G-code;
 * the analysis itself finds out whether it holds commands.
 * @throws RefusedFile naming what the file is instead
 */
export async function openPrintText(path: string): Promise<PrintText> {
  const head = await readHead(path);
  if (head.bytes.length === 0) throw new RefusedFile('print.corrupt_file', 'the file is empty');
  if (head.bytes.toString('latin1', 0, 4) === binaryMagic) return binaryText(path);
  const other = nameOtherKind(head.bytes, head.fileBytes);
  if (other !== null) throw new RefusedFile('print.unsupported_file', `this is ${other}, not G-code`);
  return plainText(path);
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
