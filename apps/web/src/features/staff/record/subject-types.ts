/** Kinds of things that the record of a hub is about, in the order in which they are offered. */
export const subjectTypes = [
  'booking',
  'series',
  'waiting_entry',
  'print_job',
  'printer',
  'spool',
  'resource',
  'pool',
  'account',
  'induction-session',
  'closure',
  'hub',
  'device',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

export function isSubjectType(text: string): text is SubjectType {
  return subjectTypes.some((type) => type === text);
}
