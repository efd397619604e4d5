import { useState } from 'react';
import type { Booking } from '#libs/contracts';
import { useHubZone } from '../../../../shared/api/use-hubs.js';
import { useDuration } from '../../../../shared/i18n/use-duration.js';
import { useFormats } from '../../../../shared/i18n/use-formats.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import { Button } from '../../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../../shared/ui/choice-group.js';
import { Dialog } from '../../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../../shared/ui/problem-notice.js';
import { useChangeTime } from '../../../../shared/bookings/use-change-time.js';

interface Props {
  booking: Booking;
  choices: readonly number[];
  onClose: () => void;
}

/** More time at the end; where not all of it is free, the API says how much is. */
export function ExtendDialog({ booking, choices, onClose }: Props) {
  const t = useT();
  const duration = useDuration();
  const timeZone = useHubZone(booking.hub);
  const formats = useFormats(timeZone);
  const [more, setMore] = useState(choices[1] ?? choices[0] ?? 15);
  const change = useChangeTime(booking);
  const endsAt = new Date(Date.parse(booking.endsAt) + more * 60_000).toISOString();
  const extend = (end: string) => change.mutate({ kind: 'extend', endsAt: end }, { onSuccess: onClose });
  return (
    <Dialog title={t('extend.title')} onClose={onClose}>
      <p>
        {t('booking.summary', { name: booking.title, when: formats.dayTimeRange(booking.startsAt, booking.endsAt) })}
      </p>
      <ChoiceGroup
        label={t('extend.more')}
        value={String(more)}
        onChange={(value) => {
          setMore(Number(value));
          change.reset();
        }}
        choices={choices.map((each) => ({ value: String(each), content: duration(each * 60) }))}
      />
      <p role="status">{t('extend.until', { time: formats.time(endsAt) })}</p>
      {change.error && (
        <ProblemNotice error={change.error} timeZone={timeZone} onAlternative={(other) => extend(other.endsAt)} />
      )}
      <div className="button-row">
        <Button tone="primary" isPending={change.isPending} onPress={() => extend(endsAt)}>
          {t('extend.do')}
        </Button>
        <Button onPress={onClose}>{t('dialog.back')}</Button>
      </div>
    </Dialog>
  );
}
