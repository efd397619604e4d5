import type { FastifyRequest } from 'fastify';
import { Problem } from '#libs/platform';

const maxDepth = 10;

/**
 * Refuses texts that PostgreSQL cannot hold, wherever they are: the character NUL, and halves of surrogate pairs.
 * @throws Problem `request.invalid` naming the first place
 */
export async function refuseUnstorableText(request: FastifyRequest): Promise<void> {
  assertStorable(request.query);
  assertStorable(request.body);
}

/** @throws Problem `request.invalid` naming the first place in `value` that cannot be stored */
export function assertStorable(value: unknown): void {
  const fault = findFault(value, []);
  if (fault !== undefined) throw new Problem('request.invalid', { errors: [fault] });
}

interface Fault {
  path: string;
  message: string;
}

function findFault(value: unknown, path: readonly string[]): Fault | undefined {
  if (typeof value === 'string' && !isStorable(value)) return unstorable(path);
  if (typeof value !== 'object' || value === null) return undefined;
  // Nothing the API takes goes this deep, and no stack should.
  if (path.length === maxDepth) return { path: path.join('.'), message: 'is nested too deeply' };
  for (const [key, part] of Object.entries(value)) {
    const inside = [...path, key];
    const fault = isStorable(key) ? findFault(part, inside) : unstorable(inside);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const unstorable = (path: readonly string[]): Fault => ({
  path: path.join('.'),
  message: 'holds a character that no text has',
});

function isStorable(text: string): boolean {
  // In Unicode mode a whole pair is one character, so this finds halves only.
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
