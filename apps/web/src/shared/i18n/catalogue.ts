import type { Locale } from '#libs/contracts';
import type { Messages } from './messages/fi.js';

const loaders: Record<Locale, () => Promise<Messages>> = {
  fi: async () => (await import('./messages/fi.js')).fi,
  sv: async () => (await import('./messages/sv.js')).sv,
  en: async () => (await import('./messages/en.js')).en,
};

const loaded = new Map<Locale, Promise<Messages>>();

/** The texts of one language; fetched once, again only after a failure. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const loading = loaders[locale]();
  loaded.set(locale, loading);
  loading.catch(() => loaded.delete(locale));
  return loading;
}
