import type { BookingState } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Pill, type PillTone } from '../ui/pill.js';

const tones: Record<BookingState, PillTone> = {
  held: 'warning',
  pending: 'warning',
  confirmed: 'good',
  in_use: 'busy',
  completed: 'neutral',
  cancelled: 'neutral',
  declined: 'error',
  no_show: 'neutral',
  expired: 'neutral',
};

export function BookingStatePill({ state }: { state: BookingState }) {
  const t = useT();
  return <Pill tone={tones[state]}>{t(`bookingState.${state}`)}</Pill>;
}
