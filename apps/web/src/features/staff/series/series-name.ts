import type { SeriesSummary } from '#libs/contracts';

/** What staff call a series: what it is for, and what it takes. */
export function seriesName({
  purpose,
  publicTitle,
  title,
}: Pick<SeriesSummary, 'purpose' | 'publicTitle' | 'title'>): string {
  const name = purpose ?? publicTitle;
  return name ? `${name}, ${title}` : title;
}
