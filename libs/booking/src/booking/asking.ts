import type { Locale } from '#libs/contracts';
import type { Viewer } from '#libs/people';

/** Who asks, and in which language the answer is written. */
export interface Asking {
  readonly viewer: Viewer;
  readonly locale: Locale;
}
