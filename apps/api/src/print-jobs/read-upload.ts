import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { uploadFieldsSchema, type UploadFields } from '#libs/contracts';
import { Problem, type StoredFile } from '#libs/platform';
import type { PrintUploadService } from '#libs/printing';
import { assertStorable } from '../http/storable-text.js';

const maxNameLength = 200;

export interface ReceivedUpload {
  file: StoredFile;
  fileName: string;
  fields: UploadFields;
}

/**
 * Reads a multipart upload: the file streams to the store, the fields may come before or after it.
 * @throws Problem `request.invalid` without exactly one file; then nothing is kept
 */
export async function readUpload(request: FastifyRequest, uploads: PrintUploadService): Promise<ReceivedUpload> {
  if (!request.isMultipart()) throw new Problem('request.unsupported_media_type');
  const texts: Record<string, string> = {};
  let received: { file: StoredFile; fileName: string } | undefined;
  try {
    for await (const part of request.parts()) {
      if (isFile(part)) received = { file: await uploads.store(part.file), fileName: nameOf(part) };
      else texts[part.fieldname] = String(part.value);
    }
    if (received === undefined) throw missingFile();
    return { ...received, fields: parseFields(texts) };
  } catch (error) {
    // What nobody reads would hold up the next request on the same connection until it times out.
    request.raw.unpipe().resume();
    if (received !== undefined) await uploads.discard(received.file);
    throw error;
  }
}

function isFile(part: Multipart): part is MultipartFile {
  return part.type === 'file';
}

/** Browsers may send a path; only its last part is a name, and control characters are not. */
function nameOf(part: MultipartFile): string {
  const base = part.filename.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return clean === '' ? 'print.gcode' : clean.slice(0, maxNameLength);
}

function parseFields(texts: Record<string, string>): UploadFields {
  assertStorable(texts);
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const parsed = uploadFieldsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Problem('request.invalid', {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    cause: parsed.error,
  });
}

function missingFile(): Problem {
  return new Problem('request.invalid', { errors: [{ path: 'file', message: 'is missing' }] });
}
