export type TimesView = 'list' | 'week';

const storageKey = 'digikeskus.times-view';

/** How somebody wanted to see free times the last time. */
export function rememberedView(): TimesView {
  try {
    return localStorage.getItem(storageKey) === 'week' ? 'week' : 'list';
  } catch {
    return 'list';
  }
}

export function rememberView(view: TimesView): void {
  try {
    localStorage.setItem(storageKey, view);
  } catch {
    // Storage may be forbidden: the choice then lasts for this visit.
  }
}
