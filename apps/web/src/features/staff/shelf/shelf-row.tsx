import type { PrintJob } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { useEndPickUp } from '../../../shared/prints/use-end-pick-up.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';

interface Props {
  job: PrintJob;
  pickUp: NonNullable<PrintJob['pickUp']>;
  timeZone: string;
  /** Milliseconds since the epoch. */
  now: number;
}

export function ShelfRow({ job, pickUp, timeZone, now }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const end = useEndPickUp(job.id);
  const isOverdue = Date.parse(pickUp.disposeAt) <= now;
  return (
    <li className="card queue-row">
      <span className="queue-position numeric">{pickUp.shelfCode}</span>
      <div className="stack-tight">
        <h3>{job.fileName}</h3>
        {job.person && <p className="soft">{job.person.displayName}</p>}
        <p className="soft">
          {t(isOverdue ? 'shelf.overdue' : 'pickUp.until', { day: formats.day(pickUp.disposeAt) })}
        </p>
        {end.error && <ProblemNotice error={end.error} />}
        <div className="row">
          <Button isPending={end.isPending} onPress={() => end.mutate('collect')}>
            {t('shelf.collect')}
            <span className="visually-hidden">{job.fileName}</span>
          </Button>
          {isOverdue && (
            <Button tone="danger" isPending={end.isPending} onPress={() => end.mutate('dispose')}>
              {t('shelf.dispose')}
              <span className="visually-hidden">{job.fileName}</span>
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
