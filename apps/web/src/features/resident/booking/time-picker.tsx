import { lazy, Suspense, useState } from 'react';
import type { Hub, TimeRange } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import type { Bookable } from './bookable.js';
import { TimeChoice, type PickedTime } from './time-choice.js';

// A time must be chosen before either is needed.
const BookDialog = lazy(() => import('./book-dialog.js'));
const JoinDialog = lazy(() => import('../waiting/join-dialog.js'));

interface Props {
  hub: Hub;
  bookable: Bookable;
}

/** Choose a time, and book it or wait for it. */
export function TimePicker({ hub, bookable }: Props) {
  const t = useT();
  const [picked, setPicked] = useState<PickedTime | null>(null);
  const [wait, setWait] = useState<{ window: TimeRange; minutes: number } | null>(null);
  return (
    <div className="card stack time-picker">
      <TimeChoice
        hub={hub}
        bookable={bookable}
        onPick={setPicked}
        onWait={(window, minutes) => setWait({ window, minutes })}
      />
      <Suspense fallback={<p role="status">{t('loading')}</p>}>
        {picked && <BookDialog hub={hub} bookable={bookable} picked={picked} onClose={() => setPicked(null)} />}
        {wait && <JoinDialog hub={hub} bookable={bookable} {...wait} onClose={() => setWait(null)} />}
      </Suspense>
    </div>
  );
}
