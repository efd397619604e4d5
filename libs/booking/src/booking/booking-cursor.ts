import { Problem } from '#libs/platform';

/** Where a page of bookings ended. */
export interface BookingPosition {
  startsAt: Date;
  id: string;
}

const pattern = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @returns an opaque text for the next request */
export function writeCursor({ startsAt, id }: BookingPosition): string {
  return Buffer.from(`${startsAt.getTime()}_${id}`).toString('base64url');
}

/**
 * @param cursor as `writeCursor` made it
 * @throws Problem `request.invalid` when it is anything else
 */
export function readCursor(cursor: string): BookingPosition {
  const [, instant, id] = pattern.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (instant === undefined || id === undefined) {
    throw new Problem('request.invalid', { errors: [{ path: 'cursor', message: 'is not a cursor of this list' }] });
  }
  return { startsAt: new Date(Number(instant)), id };
}
