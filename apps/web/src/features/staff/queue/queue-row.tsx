import { useState } from 'react';
import type { PrintJob, Queue } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { movedKey } from '../../../shared/prints/moved-key.js';
import { Button } from '../../../shared/ui/button.js';
import { MoveDialog } from './move-dialog.js';

interface Props {
  entry: Queue['items'][number];
  job: PrintJob | undefined;
  printer: string | null;
  timeZone: string;
  onMoved: (name: string) => void;
}

export function QueueRow({ entry, job, printer, timeZone, onMoved }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const [isMoving, setMoving] = useState(false);
  const { position, endsBetween, waitingReason } = entry;
  const name = job?.fileName ?? t('queue.someFile');
  return (
    <li className="card queue-row">
      <span className="queue-position numeric">{position}.</span>
      <div className="stack-tight">
        <h3>{name}</h3>
        {job?.person && <p className="soft">{job.person.displayName}</p>}
        <p>{t(`waiting.${waitingReason}`)}</p>
        {endsBetween && (
          <p className="soft numeric">
            {[t('estimate.readyBetween', { when: formats.between(endsBetween) }), printer].filter(Boolean).join(' · ')}
          </p>
        )}
        {job?.queueMove && <p>{t(movedKey(job.queueMove), { reason: job.queueMove.reason })}</p>}
        {job && (
          <div className="button-row">
            <Button onPress={() => setMoving(true)}>
              {t('queue.move')}
              <span className="visually-hidden">{name}</span>
            </Button>
          </div>
        )}
      </div>
      {isMoving && job && (
        <MoveDialog
          job={job}
          onMoved={() => {
            setMoving(false);
            onMoved(name);
          }}
          onClose={() => setMoving(false)}
        />
      )}
    </li>
  );
}
