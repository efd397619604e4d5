import { open } from 'node:fs/promises';
import type { PrintText } from './print-text.js';

const pieceBytes = 1024 * 1024;

/** Plain G-code: the file is the text. */
export function plainText(path: string): PrintText {
  return { isPacked: false, endIsMarked: true, pictures: [], stated: {}, read: () => readPieces(path) };
}

async function* readPieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
