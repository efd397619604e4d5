import { useIntl } from 'react-intl';

/** Writes the day of an instant with its year, as the reader's own clock has it. */
export function useDate(): (instant: string) => string {
  const intl = useIntl();
  return (instant) => intl.formatDate(instant, { day: 'numeric', month: 'numeric', year: 'numeric' });
}
