import type { Locale } from '#libs/contracts';
import type { Messages } from './messages/fi.js';
import type { KioskMessages } from './messages/kiosk-fi.js';
import type { StaffMessages } from './messages/staff-fi.js';

/** Fetches the texts of one language once; again only after a failure. */
function loadOnce<T>(loaders: Record<Locale, () => Promise<T>>): (locale: Locale) => Promise<T> {
  const loaded = new Map<Locale, Promise<T>>();
  return (locale) => {
    const known = loaded.get(locale);
    if (known) return known;
    const loading = loaders[locale]();
    loaded.set(locale, loading);
    loading.catch(() => loaded.delete(locale));
    return loading;
  };
}

/** What everybody may read. */
export const loadMessages = loadOnce<Messages>({
  fi: async () => (await import('./messages/fi.js')).fi,
  sv: async () => (await import('./messages/sv.js')).sv,
  en: async () => (await import('./messages/en.js')).en,
});

/** What the screen on the wall says. */
export const loadKioskMessages = loadOnce<KioskMessages>({
  fi: async () => (await import('./messages/kiosk-fi.js')).fiKiosk,
  sv: async () => (await import('./messages/kiosk-sv.js')).svKiosk,
  en: async () => (await import('./messages/kiosk-en.js')).enKiosk,
});

/** What staff's pages say beyond that. */
export const loadStaffMessages = loadOnce<StaffMessages>({
  fi: async () => (await import('./messages/staff-fi.js')).fiStaff,
  sv: async () => (await import('./messages/staff-sv.js')).svStaff,
  en: async () => (await import('./messages/staff-en.js')).enStaff,
});
