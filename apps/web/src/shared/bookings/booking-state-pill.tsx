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

interface Props {
  state: BookingState;
  /** Read by staff, whom a hold does not wait for. */
  forStaff?: boolean;
}

export function BookingStatePill({ state, forStaff = false }: Props) {
  const t = useT();
  const text = forStaff && state === 'held' ? t('today.held') : t(`bookingState.${state}`);
  return <Pill tone={tones[state]}>{text}</Pill>;
}
