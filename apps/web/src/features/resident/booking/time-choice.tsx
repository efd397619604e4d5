import { useState } from 'react';
import type { Availability, Hub, TimeRange } from '#libs/contracts';
import { addDays } from '../../../shared/calendar/week-days.js';
import { dayKey, daysFrom } from '../../../shared/i18n/day-key.js';
import { useDuration } from '../../../shared/i18n/use-duration.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useMedia } from '../../../shared/ui/use-media.js';
import { useNow } from '../../../shared/ui/use-now.js';
import type { Bookable } from './bookable.js';
import { busyTimes, freeTimes } from './bookable-times.js';
import { durationChoices } from './durations.js';
import { ListTimes } from './list-times.js';
import { withOwnTime } from './own-time.js';
import { rememberedView, rememberView, type TimesView } from './remembered-view.js';
import { startTimes } from './start-times.js';
import { useAvailability } from './use-availability.js';
import { useOwnTimes } from './use-own-times.js';
import { WeekTimes } from './week/week-times.js';
import './booking.css';

/** A time that somebody has pointed at. */
export interface PickedTime extends TimeRange {
  minutes: number;
  /** When it may start, where the choice is not made yet: a week shows whole hours. */
  starts: readonly string[];
}

interface Props {
  hub: Hub;
  bookable: Bookable;
  /** The booking that is to be moved: its time counts as free, and its length is kept at first. */
  moving?: TimeRange;
  onPick: (time: PickedTime) => void;
  /** Somebody would take a time that is not free, should it become so. */
  onWait?: (window: TimeRange, minutes: number) => void;
}

/** How long, which day, when: three choices, each narrowing the next; as a list, or a week at a time. */
export function TimeChoice({ hub, bookable, moving, onPick, onWait }: Props) {
  const t = useT();
  const { policy } = bookable;
  const duration = useDuration();
  const now = useNow(30_000);
  const choices = durationChoices(policy, moving && lengthOf(moving));
  const [minutes, setMinutes] = useState(firstLength(choices, moving));
  const [chosenView, setView] = useState<TimesView>(rememberedView);
  const [turned, setTurned] = useState<string | null>(null);
  const isWide = useMedia('(min-width: 40rem)');
  const view = isWide ? chosenView : 'list';
  const availability = useAvailability(hub, bookable);
  const own = useOwnTimes(bookable).filter(({ startsAt }) => startsAt !== moving?.startsAt);
  const { timeZone } = hub;
  const today = dayKey(now, timeZone);
  const pick = (starts: readonly string[]) => {
    const [startsAt] = starts;
    if (startsAt) onPick({ startsAt, endsAt: addMinutes(startsAt, minutes), minutes, starts });
  };
  const timesOf = (answer: Availability) => {
    const free = freeTimes(answer, bookable);
    const freeSlots = moving ? withOwnTime(free, moving, policy) : free;
    return { freeSlots, starts: startTimes({ freeSlots, durationMinutes: minutes, policy, now, timeZone }) };
  };
  return (
    <>
      <ChoiceGroup
        label={t('booking.duration')}
        value={String(minutes)}
        onChange={(value) => setMinutes(Number(value))}
        choices={choices.map((each) => ({ value: String(each), content: duration(each * 60) }))}
      />
      {isWide && (
        <ChoiceGroup
          label={t('times.view')}
          value={view}
          onChange={(value) => {
            const next = value === 'week' ? 'week' : 'list';
            setView(next);
            rememberView(next);
          }}
          choices={[
            { value: 'list', content: t('times.list') },
            { value: 'week', content: t('times.week') },
          ]}
        />
      )}
      <QueryView query={availability}>
        {(answer) => {
          const { freeSlots, starts } = timesOf(answer);
          if (view === 'week')
            return (
              <WeekTimes
                today={today}
                lastDay={addDays(today, policy.horizonDays)}
                starts={starts}
                free={freeSlots}
                busy={busyTimes(answer, bookable)}
                mine={own}
                earliest={now + policy.minNoticeMinutes * 60_000}
                timeZone={timeZone}
                turned={turned}
                onTurned={setTurned}
                onPick={(cell) => (cell.state === 'free' ? pick(cell.starts) : onWait?.(cell, minutes))}
              />
            );
          return (
            <ListTimes
              days={daysFrom(today, policy.horizonDays + 1)}
              starts={starts}
              timeZone={timeZone}
              onPick={(startsAt) => pick([startsAt])}
              onWait={onWait && ((window) => onWait(window, minutes))}
            />
          );
        }}
      </QueryView>
    </>
  );
}

function firstLength(choices: readonly number[], moving: TimeRange | undefined): number {
  const wanted = moving ? lengthOf(moving) : 60;
  return choices.includes(wanted) ? wanted : (choices[0] ?? wanted);
}

function lengthOf({ startsAt, endsAt }: TimeRange): number {
  return (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
}

function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
