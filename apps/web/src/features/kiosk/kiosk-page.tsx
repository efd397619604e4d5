import { lazy, Suspense, useEffect } from 'react';
import { ApiProblem } from '../../shared/api/problem.js';
import { useLive } from '../../shared/api/use-live.js';
import { useFormats } from '../../shared/i18n/use-formats.js';
import { useT } from '../../shared/i18n/use-t.js';
import { LakeScene } from '../../shared/ui/lake-scene.js';
import { useNow } from '../../shared/ui/use-now.js';
import { KioskHead } from './kiosk-head.js';
import { KioskBoard } from './kiosk-board.js';
import { isStale } from './freshness.js';
import { usePairedTo } from './pairing/use-paired-to.js';
import { useKioskBoard } from './use-kiosk-board.js';
import { useRotatingLanguage } from './use-rotating-language.js';
import { useVisit } from './visit/use-visit.js';
import './kiosk.css';

const loadVisitPanel = () => import('./visit/visit-panel.js');
const VisitPanel = lazy(loadVisitPanel);
// Fetched with the page, but after it: the board comes first, and a touch must not wait for the network.
loadVisitPanel().catch((cause: unknown) => console.warn('panel not loaded yet', cause));

/** The screen on the hub's wall: readable from the door, nobody's name, and honest when it is out of date. */
export default function KioskPage({ hub }: { hub: string }) {
  const t = useT();
  const picture = useKioskBoard(hub);
  const { board, freshAt } = picture.data ?? {};
  const now = useNow(1_000);
  const { visit, secondsLeft, begin, end } = useVisit(now);
  const language = useRotatingLanguage(visit !== null);
  useLive(['board', 'queue', 'printers', 'bookings', 'devices']);
  const takesCodes = usePairedTo(hub);
  useEffect(() => {
    document.title = `${board?.hub.name ?? ''} · Digikeskus`;
  }, [board?.hub.name]);
  const waitingText = (error: Error | null) =>
    error instanceof ApiProblem ? error.message : t(error ? 'kiosk.noConnection' : 'loading');
  const stale = freshAt !== undefined && isStale(freshAt, now);
  return (
    <main className="kiosk">
      {board === undefined ? (
        <div className="kiosk-waiting" role="status">
          <h1>Digikeskus</h1>
          <p>{waitingText(picture.error)}</p>
        </div>
      ) : (
        <>
          <div role="alert">{stale && <Stale freshAt={freshAt} timeZone={board.hub.timeZone} />}</div>
          <KioskHead board={board} now={now} language={language} />
          {visit === null ? (
            <KioskBoard board={board} takesCodes={takesCodes} onVisit={begin} />
          ) : (
            <Suspense>
              <VisitPanel board={board} visit={visit} secondsLeft={secondsLeft} onEnd={end} />
            </Suspense>
          )}
          <LakeScene />
        </>
      )}
    </main>
  );
}

function Stale({ freshAt, timeZone }: { freshAt: number; timeZone: string }) {
  const t = useT();
  const formats = useFormats(timeZone);
  return <p className="kiosk-stale">{t('kiosk.stale', { time: formats.time(new Date(freshAt)) })}</p>;
}
