import type { Board } from '#libs/contracts';

/** Nothing of the group may be used now, because the hub is closed: a count of free units would say nothing. */
export function isClosed({ items }: Pick<Board['groups'][number], 'items'>): boolean {
  return items.length > 0 && items.every(({ status }) => status === 'closed');
}
