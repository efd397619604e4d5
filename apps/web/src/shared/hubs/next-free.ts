import type { Board } from '#libs/contracts';

type Item = Board['groups'][number]['items'][number];

/** The earliest instant at which one of the units becomes free; null when none is known to. */
export function nextFreeAt(items: readonly Item[]): string | null {
  const instants = items.map(({ freeFrom }) => freeFrom).filter((instant) => instant !== null);
  return instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
