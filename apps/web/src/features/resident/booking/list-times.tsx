import { useState } from 'react';
import type { TimeRange } from '#libs/contracts';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { instantAt } from '../../../shared/i18n/wall-time.js';
import { DayChoice } from './day-choice.js';
import { FreeTimes } from './free-times.js';

interface Props {
  days: readonly DayKey[];
  starts: ReadonlyMap<DayKey, readonly string[]>;
  timeZone: string;
  onPick: (startsAt: string) => void;
  onWait: ((window: TimeRange) => void) | undefined;
}

/** Free times of one day as big buttons; from the first day that has any. */
export function ListTimes({ days, starts, timeZone, onPick, onWait }: Props) {
  const [chosenDay, setChosenDay] = useState<DayKey | null>(null);
  const day = chosenDay ?? days.find((each) => starts.has(each)) ?? days[0] ?? '';
  const at = (time: string) => new Date(instantAt(day, time, timeZone)).toISOString();
  return (
    <>
      <DayChoice days={days} value={day} hasTimes={(each) => starts.has(each)} onChange={setChosenDay} />
      <FreeTimes
        day={day}
        times={starts.get(day) ?? []}
        nextDay={days.find((each) => each > day && starts.has(each))}
        timeZone={timeZone}
        onDay={setChosenDay}
        onPick={onPick}
        onWait={onWait && (() => onWait({ startsAt: at('0:00'), endsAt: at('24:00') }))}
      />
    </>
  );
}
