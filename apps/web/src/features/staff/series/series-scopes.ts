import type { SeriesScope } from '#libs/contracts';

/** Which dates a change means. */
export const seriesScopes = ['one', 'following', 'all'] as const satisfies readonly SeriesScope[];
