import type { TimeRange } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';

/** Says where the booking is that one carries with the keyboard. */
export function MoveStatus({ to, timeZone }: { to: TimeRange | undefined; timeZone: string }) {
  const t = useT();
  const formats = useFormats(timeZone);
  return (
    <div role="status">
      {to && <p className="plan-moving">{t('plan.moving', { when: formats.dayTimeRange(to.startsAt, to.endsAt) })}</p>}
    </div>
  );
}
