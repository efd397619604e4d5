/** More than a camera beside a printer sends, or a page shows of a thing; a larger one is refused. */
export const largestPictureBytes = 2_000_000;

export const pictureTypes = ['image/jpeg', 'image/png'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** How each kind begins and how its end is marked; cameras may pad what they send, so the mark is near the end. */
const marks: Readonly<Record<PictureType, { readonly start: readonly number[]; readonly end: readonly number[] }>> = {
  'image/jpeg': { start: [0xff, 0xd8, 0xff], end: [0xff, 0xd9] },
  'image/png': {
    start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    end: [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
  },
};
const mostPaddingBytes = 1024;

/**
 * What kind of picture this is, told by its content: what its sender calls it counts for nothing.
 * @returns null for what is no picture, is broken off before its end, or is too large
 */
export function pictureTypeOf(content: Uint8Array): PictureType | null {
  if (content.length > largestPictureBytes) return null;
  const type = pictureTypes.find((one) => holds(content, marks[one].start, 0));
  return type !== undefined && endsWith(content, marks[type].end) ? type : null;
}

function endsWith(content: Uint8Array, mark: readonly number[]): boolean {
  const last = content.length - mark.length;
  for (let at = last; at >= Math.max(0, last - mostPaddingBytes); at -= 1) if (holds(content, mark, at)) return true;
  return false;
}

function holds(content: Uint8Array, mark: readonly number[], at: number): boolean {
  return mark.every((byte, index) => content[at + index] === byte);
}
