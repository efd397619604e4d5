import { useId } from 'react';
import type { AuditEntryView } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { dayKey } from '../../../shared/i18n/day-key.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { RecordEntry } from './record-entry.js';

interface Props {
  /** The newest first. */
  entries: readonly AuditEntryView[];
  hub: HubSummary;
}

/** The entries by day of the hub's calendar. */
export function RecordDays({ entries, hub }: Props) {
  const keyed = entries.map((entry) => ({ entry, day: dayKey(entry.at, hub.timeZone) }));
  const days = [...new Set(keyed.map(({ day }) => day))];
  return days.map((day) => {
    const ofDay = keyed.filter((each) => each.day === day).map(({ entry }) => entry);
    return <RecordDay key={day} day={day} entries={ofDay} hub={hub} />;
  });
}

function RecordDay({ day, entries, hub }: Props & { day: string }) {
  const t = useT();
  const id = useId();
  const formats = useFormats(hub.timeZone);
  const today = dayKey(useNow(60_000), hub.timeZone);
  const [first] = entries;
  const name = first ? formats.longDay(first.at) : day;
  const year = day.slice(0, 4);
  return (
    <section className="stack-tight" aria-labelledby={id}>
      <h2 id={id} className="record-day">
        {day === today ? t('time.today') : year === today.slice(0, 4) ? name : `${name} ${year}`}
      </h2>
      <ol className="card record-entries">
        {entries.map((entry) => (
          <RecordEntry key={entry.id} entry={entry} hub={hub} />
        ))}
      </ol>
    </section>
  );
}
