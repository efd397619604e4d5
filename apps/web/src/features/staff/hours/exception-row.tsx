import { useMemo, useState } from 'react';
import type { Opening } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import type { ExceptionDraft } from './exception-dialog.js';
import { useHoursText } from './use-hours-text.js';
import { UsualAgainDialog } from './usual-again-dialog.js';

interface Props {
  exception: Opening['exceptions'][number];
  opening: Opening;
  hub: HubSummary;
  /** Undefined for those who may only look. */
  onChange: ((draft: ExceptionDraft) => void) | undefined;
}

export function ExceptionRow({ exception: { date, hours, reason }, opening, hub, onChange }: Props) {
  const t = useT();
  const text = useHoursText();
  const [isLeaving, setIsLeaving] = useState(false);
  const usualAgain = useMemo(() => ({ date, hours: null }), [date]);
  const day = text.fullDay(date);
  return (
    <li className="card hours-row">
      <div>
        <h3>{day}</h3>
        <p>
          <span className="numeric">{text.hours(hours)}</span>
          {reason && <span className="soft"> · {reason}</span>}
        </p>
      </div>
      {onChange && (
        <div className="button-row">
          <Button onPress={() => onChange({ date, hours, reason: reason ?? '', isFixed: true })}>
            {t('hours.change')}
            <span className="visually-hidden"> {day}</span>
          </Button>
          <Button onPress={() => setIsLeaving(true)}>
            {t('hours.remove')}
            <span className="visually-hidden"> {day}</span>
          </Button>
        </div>
      )}
      {isLeaving && (
        <UsualAgainDialog
          title={t('hours.usualAgain', { day })}
          wish={usualAgain}
          opening={opening}
          hub={hub}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </li>
  );
}
