import { useState } from 'react';
import type { Availability, Hub, Policy, TimeRange } from '#libs/contracts';
import { dayKey, daysFrom } from '../../../shared/i18n/day-key.js';
import { useDuration } from '../../../shared/i18n/use-duration.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { BookDialog } from './book-dialog.js';
import type { Bookable } from './bookable.js';
import { DayChoice } from './day-choice.js';
import { durationChoices } from './durations.js';
import { FreeTimes } from './free-times.js';
import { startTimes } from './start-times.js';
import { useAvailability } from './use-availability.js';
import './booking.css';

interface Props {
  hub: Hub;
  bookable: Bookable;
  policy: Policy;
}

/** How long, which day, when: three choices, each narrowing the next. */
export function TimePicker({ hub, bookable, policy }: Props) {
  const t = useT();
  const duration = useDuration();
  const now = useNow(30_000);
  const choices = durationChoices(policy);
  const [minutes, setMinutes] = useState(choices.includes(60) ? 60 : policy.minDurationMinutes);
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const [slot, setSlot] = useState<TimeRange | null>(null);
  const availability = useAvailability(hub, bookable.category);
  return (
    <div className="card stack time-picker">
      <ChoiceGroup
        label={t('booking.duration')}
        value={String(minutes)}
        onChange={(value) => setMinutes(Number(value))}
        choices={choices.map((each) => ({ value: String(each), content: duration(each * 60) }))}
      />
      <QueryView query={availability}>
        {(answer) => {
          const freeSlots = freeSlotsOf(answer, bookable);
          const times = startTimes({ freeSlots, durationMinutes: minutes, policy, now, timeZone: hub.timeZone });
          const days = daysFrom(dayKey(now, hub.timeZone), policy.horizonDays + 1);
          const day = chosenDay ?? days.find((each) => times.has(each)) ?? days[0] ?? '';
          return (
            <>
              <DayChoice days={days} value={day} hasTimes={(each) => times.has(each)} onChange={setChosenDay} />
              <FreeTimes
                day={day}
                times={times.get(day) ?? []}
                nextDay={days.find((each) => each > day && times.has(each))}
                timeZone={hub.timeZone}
                onDay={setChosenDay}
                onPick={(startsAt) => setSlot({ startsAt, endsAt: addMinutes(startsAt, minutes) })}
              />
            </>
          );
        }}
      </QueryView>
      {slot && <BookDialog hub={hub} bookable={bookable} slot={slot} onClose={() => setSlot(null)} />}
    </div>
  );
}

function freeSlotsOf(answer: Availability, { kind, slug }: Bookable): TimeRange[] {
  if (kind === 'pool') return answer.pools.find(({ pool }) => pool === slug)?.freeSlots ?? [];
  return answer.items.find(({ resource }) => resource === slug)?.freeSlots ?? [];
}

function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
