/** A person whose name stands in an answer, and the hub the data belong to: its id or slug, where the answer says it. */
export interface PersonSeen {
  personId: string;
  hub: string | undefined;
}

/**
 * Finds the people in an answer: whatever has an `id` and a `displayName`, at any depth.
 * @param answer as the controller gives it
 * @param hub that the address names; an object inside the answer that names its own goes before
 */
export function personsIn(answer: unknown, hub?: string): PersonSeen[] {
  if (Array.isArray(answer)) return answer.flatMap((item: unknown) => personsIn(item, hub));
  if (typeof answer !== 'object' || answer === null) return [];
  const { id, displayName, hub: own } = answer as Record<string, unknown>;
  const nearest = typeof own === 'string' ? own : hub;
  const inside = Object.values(answer).flatMap((value: unknown) => personsIn(value, nearest));
  const isPerson = typeof id === 'string' && typeof displayName === 'string';
  return isPerson ? [{ personId: id, hub: nearest }, ...inside] : inside;
}
