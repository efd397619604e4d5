import { use, useMemo, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { loadStaffMessages } from '../../shared/i18n/catalogue.js';
import { useLanguage } from '../../shared/i18n/language-provider.js';

/** Adds what only staff read to the texts of everybody; the page waits until they are there. */
export function StaffTexts({ children }: { children: ReactNode }) {
  const { locale } = useLanguage();
  const everybodys = useIntl();
  const staffs = use(loadStaffMessages(locale));
  const messages = useMemo(() => ({ ...everybodys.messages, ...staffs }), [everybodys.messages, staffs]);
  return (
    <IntlProvider locale={everybodys.locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
