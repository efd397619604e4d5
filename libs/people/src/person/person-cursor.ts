import { idSchema } from '#libs/contracts';
import { Problem } from '#libs/platform';
import type { PersonPosition } from './person-reader.repository.js';

/** @returns an opaque text for the next request */
export function writeCursor({ id, displayName }: PersonPosition): string {
  return Buffer.from(`${id}${displayName}`).toString('base64url');
}

/** @throws Problem `request.invalid` when it is not of `writeCursor` */
export function readCursor(cursor: string): PersonPosition {
  const text = Buffer.from(cursor, 'base64url').toString();
  const position = { id: text.slice(0, 36), displayName: text.slice(36) };
  if (idSchema.safeParse(position.id).success && !text.includes('\0')) return position;
  throw new Problem('request.invalid', { errors: [{ path: 'cursor', message: 'is not a cursor of this list' }] });
}
