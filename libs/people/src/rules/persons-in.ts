/** A person whose name stands in an answer, and the hub the data belong to: its id or slug, where the answer says it. */
export interface PersonSeen {
  personId: string;
  hub: string | undefined;
}

/**
 * Finds the people in an answer, at any depth: whatever has an `id` and a `displayName`; who did what an entry of the
 * record tells, and the account that it was done to.
 * @param answer as the controller gives it
 * @param hub that the address names; an object inside the answer that names its own goes before
 */
export function personsIn(answer: unknown, hub?: string): PersonSeen[] {
  if (Array.isArray(answer)) return answer.flatMap((item: unknown) => personsIn(item, hub));
  if (typeof answer !== 'object' || answer === null) return [];
  const { id, displayName, hub: own, by, subjectType, subjectId } = answer as Record<string, unknown>;
  const nearest = typeof own === 'string' ? own : hub;
  const inside = Object.values(answer).flatMap((value: unknown) => personsIn(value, nearest));
  const here = [
    ...(typeof displayName === 'string' ? [id] : []),
    ...(typeof by === 'object' && by !== null ? [(by as { id?: unknown }).id] : []),
    ...(subjectType === 'account' ? [subjectId] : []),
  ];
  const ids = here.filter((found) => typeof found === 'string');
  return [...ids.map((personId) => ({ personId, hub: nearest })), ...inside];
}
