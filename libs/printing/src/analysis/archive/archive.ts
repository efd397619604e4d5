import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { RefusedFile } from '../analysis-result.js';

/** Slicers put a few dozen files into a project, a few hundred for many plates. */
const mostEntries = 5000;
/** G-code and XML shrink to a tenth at best; what shrinks to less than a hundredth is there to fill a disk. */
const mostTimesLarger = 100;
/** Below this even the best-shrinking file does no harm. */
const harmlessBytes = 1024 * 1024;

/** What a ZIP archive holds, by name. Nothing is ever written to a place that a name asks for. */
export type Archive = ReadonlyMap<string, Entry>;

/** @throws RefusedFile when it is no whole archive, or one that is made to do harm */
export async function listArchive(path: string): Promise<Archive> {
  return withArchive(path, async (zip) => {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= mostEntries)
        throw new RefusedFile('print.corrupt_file', `more than ${mostEntries} files in it`);
      entries.set(entry.fileName, entry);
    }
    return entries;
  });
}

/**
 * Unpacks one file of an archive piece by piece.
 * @param mostBytes more than this is refused, before it is unpacked if the archive says so
 * @throws RefusedFile when it is broken or too large
 */
export async function* readArchived(path: string, entry: Entry, mostBytes: number): AsyncGenerator<Buffer> {
  const { uncompressedSize: bytes, compressedSize, fileName: name } = entry;
  if (bytes > mostBytes || (bytes > harmlessBytes && bytes > compressedSize * mostTimesLarger)) {
    throw new RefusedFile('print.corrupt_file', `${name} unpacks to ${bytes} bytes`);
  }
  const zip = await openPromise(path, { autoClose: false }).catch(blameFile);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    let checksum = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (checksum !== entry.crc32) throw new RefusedFile('print.corrupt_file', `${name}: its checksum does not match`);
  } catch (error) {
    blameFile(error);
  } finally {
    zip.close();
  }
}

/** Reads a small file of an archive whole. */
export async function takeArchived(path: string, entry: Entry, mostBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readArchived(path, entry, mostBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function withArchive<T>(path: string, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(blameFile);
  try {
    return await use(zip);
  } catch (error) {
    return blameFile(error);
  } finally {
    zip.close();
  }
}

/** The library names every fault of an archive by a bare error; the file system's own have a system call. */
function blameFile(error: unknown): never {
  const isOfFileSystem = typeof error === 'object' && error !== null && 'syscall' in error;
  if (error instanceof RefusedFile || isOfFileSystem) throw error;
  throw new RefusedFile('print.corrupt_file', `a broken archive: ${String(error)}`, { cause: error });
}
