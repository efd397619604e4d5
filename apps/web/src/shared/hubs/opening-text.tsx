import type { TimeRange } from '#libs/contracts';
import { useFormats } from '../i18n/use-formats.js';
import { useT } from '../i18n/use-t.js';
import { Pill } from '../ui/pill.js';
import { useNow } from '../ui/use-now.js';
import { openingStatus } from './opening-status.js';

interface Props {
  opening: readonly TimeRange[];
  timeZone: string;
}

/** "Avoinna, suljetaan klo 20.00" */
export function OpeningText({ opening, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const now = useNow(30_000);
  const status = openingStatus(opening, now);
  if (status.kind === 'open')
    return <Pill tone="good">{t('opening.openUntil', { time: formats.time(status.until) })}</Pill>;
  if (status.opensAt === null) return <Pill tone="neutral">{t('opening.closed')}</Pill>;
  return <Pill tone="neutral">{t('opening.closedUntil', { when: formats.soon(status.opensAt) })}</Pill>;
}
