import { lazy, Suspense } from 'react';
import type { Board } from '#libs/contracts';
import { useT } from '../../shared/i18n/use-t.js';
import { KioskGroup } from './kiosk-group.js';
import { KioskPrinter } from './kiosk-printer.js';
import { KioskProgramme } from './kiosk-programme.js';
import type { VisitState } from './visit/use-visit.js';

// What is free comes first; the code and the keys follow.
const Invitation = lazy(() => import('./invitation.js'));

interface Props {
  board: Board;
  takesCodes: boolean;
  onVisit: VisitState['begin'];
}

export function KioskBoard({ board, takesCodes, onVisit }: Props) {
  const t = useT();
  const groups = board.groups.filter(({ category }) => category !== 'printer');
  const { length: events } = board.programme;
  return (
    <div className={`kiosk-board ${layoutFor(events)}`}>
      <section className="kiosk-section" aria-labelledby="kiosk-free">
        <h2 id="kiosk-free">{t('kiosk.freeNow')}</h2>
        <ul className="kiosk-groups">
          {groups.map((group) => (
            <KioskGroup
              key={group.category}
              group={group}
              timeZone={board.hub.timeZone}
              onOpen={() => onVisit({ kind: 'things', category: group.category })}
            />
          ))}
        </ul>
      </section>
      {events > 0 && (
        <KioskProgramme programme={board.programme} generatedAt={board.generatedAt} timeZone={board.hub.timeZone} />
      )}
      <section className="kiosk-section" aria-labelledby="kiosk-printers">
        <div className="kiosk-section-head">
          <h2 id="kiosk-printers">{t('printers.title')}</h2>
          <p>{t('home.printQueue', { count: board.queueLength })}</p>
        </div>
        <ul className="kiosk-printers">
          {board.printers.map((printer) => (
            <KioskPrinter key={printer.slug} printer={printer} />
          ))}
        </ul>
      </section>
      <div className="kiosk-come">
        <Suspense>
          <Invitation hub={board.hub.slug} takesCodes={takesCodes} onCheckIn={() => onVisit({ kind: 'check-in' })} />
        </Suspense>
      </div>
    </div>
  );
}

function layoutFor(events: number): string {
  if (events === 0) return '';
  return events <= 2 ? 'kiosk-board-programme kiosk-board-short' : 'kiosk-board-programme';
}
