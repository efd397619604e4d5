import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import type { Locale } from '#libs/contracts';
import { Clock, Problem, type ExportFile, type ExportSection } from '#libs/platform';
import { writeExportPage } from '../rules/export-page.js';
import { PersonRepository } from './person.repository.js';
import { PersonalDataRegistry } from './personal-data-registry.js';

/** Everything the hub knows about somebody, to take along. */
@Injectable()
export class ExportService {
  constructor(
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly registry: PersonalDataRegistry,
  ) {}

  /**
   * A ZIP archive with `data.json`, the same to read as `index.html`, and the person's files. It is written as it is
   * read: one file after the other is opened, none is held in memory.
   * @param locale of `index.html`
   * @returns a stream that fails when a file cannot be read
   * @throws Problem `not_found`
   */
  async archive(accountId: string, locale: Locale): Promise<Readable> {
    const person = await this.people.find(accountId);
    if (person === undefined) throw new Problem('not_found');
    const holders = this.registry.holders();
    const sections = (await Promise.all(holders.map((holder) => holder.exportFor(person)))).flat();
    const files = (await Promise.all(holders.map(async (holder) => holder.exportFiles?.(person) ?? []))).flat();
    const madeAt = this.clock.now();
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(asJson(sections, madeAt)), 'data.json', { mtime: madeAt });
    const page = writeExportPage({ sections, files: files.map(({ path }) => path), locale, madeAt });
    zip.addBuffer(Buffer.from(page), 'index.html', { mtime: madeAt });
    return streamOf(zip, files, madeAt);
  }
}

function asJson(sections: readonly ExportSection[], madeAt: Date): string {
  const rows = sections.map(({ name, rows }) => [name, rows] as const);
  return JSON.stringify({ madeAt: madeAt.toISOString(), ...Object.fromEntries(rows) }, null, 2);
}

function streamOf(zip: ZipFile, files: readonly ExportFile[], mtime: Date): Readable {
  const archive = new PassThrough();
  const opened = new Set<Readable>();
  const read = async (file: ExportFile): Promise<Readable> => {
    const content = await file.open();
    opened.add(content);
    content.once('close', () => opened.delete(content));
    content.once('error', (error) => archive.destroy(error));
    // The download may have been broken off meanwhile.
    if (archive.destroyed) content.destroy();
    return content;
  };
  zip.on('error', (error) => archive.destroy(error));
  for (const file of files) {
    zip.addReadStreamLazy(file.path, { mtime, compress: !file.isCompressed }, (give) => {
      read(file).then(
        (content) => give(null, content),
        (error: Error) => archive.destroy(error),
      );
    });
  }
  zip.end();
  // Whoever breaks off the download lets go of the file that is being read.
  archive.once('close', () => opened.forEach((content) => content.destroy()));
  zip.outputStream.pipe(archive);
  return archive;
}
