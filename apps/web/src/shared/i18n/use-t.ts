import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageKey } from './messages/fi.js';

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** Texts by key, in the language of the page; a key that does not exist does not compile. */
export function useT(): Translate {
  const intl = useIntl();
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl]);
}
