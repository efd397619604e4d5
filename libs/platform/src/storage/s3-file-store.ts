import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Logger } from '@nestjs/common';
import { ConfigError } from '../config/config.js';
import { Problem } from '../problem/problem.js';
import { FileLostError, FileStore, type ListedFile, type StoredFile } from './file-store.js';
import type { IncomingFiles, ReceivedFile } from './incoming-files.js';
import { isFileName, placeOf } from './place-of.js';
import { describeS3Fault, startFaultOf, statusOf } from './s3-fault.js';
import type { BucketSettings } from './storage-settings.js';

/**
 * Files in a bucket. A file is put together on the local disk first and sent whole: then its name is known, the bucket
 * compares the bytes with it, and there is never half a file to be cleared away.
 */
export class S3FileStore extends FileStore {
  private readonly logger = new Logger('FileStore');

  constructor(
    private readonly client: S3Client,
    private readonly settings: BucketSettings,
    private readonly incoming: IncomingFiles,
  ) {
    super();
  }

  /** A store that does not answer is waited for: bookings need no files. */
  override async onModuleInit(): Promise<void> {
    await this.incoming.prepare();
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.settings.bucket }));
    } catch (error) {
      const fault = startFaultOf(error, this.settings);
      if (fault !== undefined) throw new ConfigError([fault], { cause: error });
      this.logger.warn(`the bucket ${this.settings.bucket} does not answer yet: ${describeS3Fault(error)}`);
    }
  }

  override put(source: Readable, maxBytes: number): Promise<StoredFile> {
    return this.incoming.receive(source, maxBytes, async (file) => {
      const found = await this.head(file.sha256);
      // Some stores keep the beginning of a file whose sending broke off.
      if (found?.ContentLength !== file.sizeBytes) await this.send(file);
      return { sha256: file.sha256, sizeBytes: file.sizeBytes };
    });
  }

  override async open(sha256: string): Promise<Readable | undefined> {
    const found = await this.orMissing(this.client.send(new GetObjectCommand(this.objectOf(sha256))));
    return found?.Body as Readable | undefined;
  }

  override async has(sha256: string): Promise<boolean> {
    return (await this.head(sha256)) !== undefined;
  }

  override async delete(sha256: string): Promise<void> {
    await this.orMissing(this.client.send(new DeleteObjectCommand(this.objectOf(sha256))));
  }

  override async borrow<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T> {
    const content = await this.open(sha256);
    if (content === undefined) throw new FileLostError(sha256);
    return this.incoming.receive(content, Infinity, async (file) => {
      if (file.sha256 !== sha256) throw new Error(`the store gave other bytes for ${sha256}`);
      return use(file.path);
    });
  }

  override async *list(): AsyncGenerator<ListedFile> {
    const { bucket: Bucket, prefix: Prefix } = this.settings;
    try {
      for await (const page of paginateListObjectsV2({ client: this.client }, { Bucket, Prefix })) {
        for (const { Key, LastModified } of page.Contents ?? []) {
          const sha256 = Key?.split('/').at(-1) ?? '';
          if (isFileName(sha256) && LastModified) yield { sha256, storedAt: LastModified };
        }
      }
    } catch (error) {
      throw this.unavailable(error);
    }
  }

  private objectOf(sha256: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: this.settings.prefix + placeOf(sha256) };
  }

  private head(sha256: string): Promise<HeadObjectCommandOutput | undefined> {
    return this.orMissing(this.client.send(new HeadObjectCommand(this.objectOf(sha256))));
  }

  private async send({ path, sha256, sizeBytes }: ReceivedFile): Promise<void> {
    const content = createReadStream(path);
    try {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const object = { ...this.objectOf(sha256), Body: content, ContentLength: sizeBytes, ChecksumSHA256 };
      await this.client.send(new PutObjectCommand(object));
    } catch (error) {
      throw this.unavailable(error);
    } finally {
      content.destroy();
    }
  }

  private async orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw this.unavailable(error);
    }
  }

  private unavailable(cause: unknown): Problem {
    this.logger.error(`the bucket ${this.settings.bucket}: ${describeS3Fault(cause)}`);
    return new Problem('service.unavailable', { cause });
  }
}
