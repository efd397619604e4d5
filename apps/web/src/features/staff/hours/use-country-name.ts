import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Names a country by its ISO 3166 code. */
export function useCountryName(): (code: string) => string {
  const { locale } = useIntl();
  return useCallback((code) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code, [locale]);
}
