import type { Readable } from 'node:stream';

export interface StoredFile {
  /** Hex; also the file's name in the store. */
  sha256: string;
  sizeBytes: number;
}

/** A file of the store as a list has it. */
export interface ListedFile {
  sha256: string;
  storedAt: Date;
}

/** A stream brought more bytes than it may. */
export class FileTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.name = 'FileTooLargeError';
  }
}

/** The store has no such file, though somebody counts on it: after a restore without the files, for example. */
export class FileLostError extends Error {
  constructor(readonly sha256: string) {
    super(`the file ${sha256} is not in the store`);
    this.name = 'FileLostError';
  }
}

/**
 * Files named by their content: the same file twice is stored once. On the local disk or in an S3 bucket, as
 * `STORAGE_URL` says; both keep the same promises. Whatever a store in the network refuses or does not answer is the
 * Problem `service.unavailable`.
 * @see docs/adr/0030-where-files-are-kept.md
 */
export abstract class FileStore {
  /**
   * Makes the store ready, and clears away what a crash left half received.
   * @throws ConfigError when the store lets us in under no condition: no such bucket, refused credentials
   */
  abstract onModuleInit(): Promise<void>;

  /**
   * Streams a file in; it is in the store whole when this resolves, or not at all.
   * @param source what is read
   * @param maxBytes most that is accepted
   * @throws FileTooLargeError
   */
  abstract put(source: Readable, maxBytes: number): Promise<StoredFile>;

  /** @returns the file's bytes; undefined when it is not there */
  abstract open(sha256: string): Promise<Readable | undefined>;

  abstract has(sha256: string): Promise<boolean>;

  /** Forgets a file; one that is not there is forgotten already. */
  abstract delete(sha256: string): Promise<void>;

  /**
   * Has the file on this machine's own disk for as long as `use` takes, for readers that jump about in it.
   * @param use gets where the file lies; it is only read there
   * @throws FileLostError when it is not in the store
   */
  abstract borrow<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T>;

  /** Everything that is in the store, in no order. */
  abstract list(): AsyncIterable<ListedFile>;
}
