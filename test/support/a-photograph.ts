import { encode } from 'jpeg-js';

/** A real JPEG, as a camera sends it. */
export const aPhotograph: Uint8Array = encode(
  { width: 160, height: 120, data: Buffer.alloc(160 * 120 * 4, 0x80) },
  70,
).data;
