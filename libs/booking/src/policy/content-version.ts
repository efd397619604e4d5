import { createHash } from 'node:crypto';

/**
 * What is set somewhere as a number of nine digits at most: whoever puts back what was there puts back its version.
 * @param content as JSON, its fields always in the same order
 * @see docs/adr/0044-rules-are-their-own-version.md
 */
export function contentVersion(content: unknown): number {
  return createHash('sha256').update(JSON.stringify(content)).digest().readUInt32BE() % 1_000_000_000;
}
