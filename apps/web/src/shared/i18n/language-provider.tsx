import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { IntlProvider } from 'react-intl';
import type { Locale } from '#libs/contracts';
import { languageTag } from './locale.js';
import type { KioskMessages } from './messages/kiosk-fi.js';

/** Fetches the texts that a page may show in one language. */
export type LoadMessages = (locale: Locale) => Promise<KioskMessages>;

interface Language {
  locale: Locale;
  setLocale: (locale: Locale) => void;
  loadMessages: LoadMessages;
}

const LanguageContext = createContext<Language | null>(null);

interface Props {
  initial: { locale: Locale; messages: KioskMessages };
  loadMessages: LoadMessages;
  /** Called when the new texts are there and shown. */
  onChange?: (locale: Locale) => void;
  children: ReactNode;
}

/** Gives everything below it one language; changing it never shows a half-loaded page. */
export function LanguageProvider({ initial, loadMessages, onChange, children }: Props) {
  const [shown, setShown] = useState(initial);
  const setLocale = useCallback(
    (locale: Locale) => {
      loadMessages(locale).then(
        (messages) => {
          onChange?.(locale);
          // A part of the page may have texts of its own to wait for; until they are there, the old ones stay.
          startTransition(() => setShown({ locale, messages }));
        },
        (cause: unknown) => console.warn('language not loaded', cause),
      );
    },
    [loadMessages, onChange],
  );
  useEffect(() => {
    document.documentElement.lang = shown.locale;
  }, [shown.locale]);
  const language = useMemo(
    () => ({ locale: shown.locale, setLocale, loadMessages }),
    [shown.locale, setLocale, loadMessages],
  );
  return (
    <LanguageContext value={language}>
      <IntlProvider locale={languageTag[shown.locale]} messages={shown.messages}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage needs a LanguageProvider above it');
  return language;
}
