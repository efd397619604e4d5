import type { FastifyRequest } from 'fastify';
import { Problem } from '#libs/platform';

/**
 * Refuses texts that PostgreSQL cannot hold, wherever they are: the character NUL, and halves of surrogate pairs.
 * @throws Problem `request.invalid` naming the first place
 */
export async function refuseUnstorableText(request: FastifyRequest): Promise<void> {
  assertStorable(request.query);
  assertStorable(request.body);
}

/** @throws Problem `request.invalid` naming the first text in `value` that cannot be stored */
export function assertStorable(value: unknown): void {
  const path = findUnstorable(value);
  if (path === undefined) return;
  const errors = [{ path: path.join('.'), message: 'holds a character that no text has' }];
  throw new Problem('request.invalid', { errors });
}

function findUnstorable(value: unknown): string[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const path = isStorable(key) ? findUnstorable(part) : [];
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}

function isStorable(text: string): boolean {
  // In Unicode mode a whole pair is one character, so this finds halves only.
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
