import type { Board } from '#libs/contracts';
import { useFormats } from '../i18n/use-formats.js';
import { useT } from '../i18n/use-t.js';
import type { PillTone } from '../ui/pill.js';

type Item = Board['groups'][number]['items'][number];

/** Says of one unit whether it is free, and until or from when. */
export function useUnitStatus(timeZone: string): (item: Item) => { text: string; tone: PillTone } {
  const t = useT();
  const formats = useFormats(timeZone);
  return ({ status, freeUntil, freeFrom }) => {
    switch (status) {
      case 'free':
        return {
          tone: 'good',
          text: freeUntil === null ? t('unit.free') : t('unit.freeUntil', { when: formats.until(freeUntil) }),
        };
      case 'busy':
        return {
          tone: 'busy',
          text: freeFrom === null ? t('unit.busy') : t('unit.busyUntil', { when: formats.until(freeFrom) }),
        };
      case 'closed':
        return { tone: 'neutral', text: t('unit.closed') };
      case 'out_of_order':
        return { tone: 'warning', text: t('unit.outOfOrder') };
    }
  };
}
