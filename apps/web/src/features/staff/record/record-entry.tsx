import { Link } from 'wouter';
import type { AuditEntryView } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { subjectPage } from './subject-page.js';
import { useEntryDetails } from './use-entry-details.js';

/** Who did what to what, and when. */
export function RecordEntry({ entry, hub }: { entry: AuditEntryView; hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const details = useEntryDetails()(entry.details);
  const page = subjectPage(entry, hub.timeZone);
  const { name = null, startsAt = null } = entry.subject ?? {};
  // A print is called by its owner's words, which stand on its page, where it is written down who has looked.
  const called = name ?? (page ? t('record.print') : null);
  const about = [...(called ? [called] : []), ...(startsAt ? [formats.dayTime(startsAt)] : [])].join(', ');
  return (
    <li className="record-entry">
      <time className="soft numeric" dateTime={entry.at}>
        {formats.time(entry.at)}
      </time>
      <div>
        <p>
          <strong>{entry.by.name}:</strong> {entry.text}
        </p>
        {about !== '' && <p className="record-about">{page ? <Link href={page}>{about}</Link> : about}</p>}
        {details.map((words) => (
          <p key={words} className="soft">
            {words}
          </p>
        ))}
      </div>
    </li>
  );
}
