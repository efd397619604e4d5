import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const methods = [
  [promisify(brotliCompress), '.br'],
  [promisify(gzip), '.gz'],
] as const;
const text = /\.(?:js|css|html|svg)$/;
/** Below this a file fits into one packet as it is. */
const smallestBytes = 1000;

/** Lays a compressed copy beside every file of text, so that nothing is compressed while somebody waits for it. */
export function compressPlugin(): Plugin {
  return {
    name: 'digikeskus-compress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      await Promise.all(
        Object.keys(bundle)
          .filter((name) => text.test(name))
          .map((name) => compress(join(dir, name))),
      );
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < smallestBytes) return;
  await Promise.all(methods.map(async ([pack, ending]) => writeFile(path + ending, await pack(content))));
}
