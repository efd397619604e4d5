import type { Resource } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import type { PlanMove } from './plan-things.js';

interface Props {
  to: PlanMove | undefined;
  /** On whose line something was put that it cannot take. */
  refused: Resource | null;
  timeZone: string;
}

/** Says where the booking is that one carries with the keyboard, or why it was not put down. */
export function MoveStatus({ to, refused, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const when = to && formats.dayTimeRange(to.startsAt, to.endsAt);
  return (
    <div role="status">
      {refused && <p className="plan-moving">{t('plan.cannotTake', { name: refused.name })}</p>}
      {when !== undefined && (
        <p className="plan-moving">
          {to?.thing ? t('plan.movingTo', { when, name: to.thing.name }) : t('plan.moving', { when })}
        </p>
      )}
    </div>
  );
}
