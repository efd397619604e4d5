import { useIntl } from 'react-intl';

/** Writes a number into a field as the reader of the page writes it: "0,4" in Finnish and Swedish. */
export function useWriteNumber(): (value: number) => string {
  const intl = useIntl();
  return (value) => intl.formatNumber(value, { useGrouping: false, maximumFractionDigits: 2 });
}
