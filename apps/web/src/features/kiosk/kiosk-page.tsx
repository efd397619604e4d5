import { useEffect } from 'react';
import { ApiProblem } from '../../shared/api/problem.js';
import { useLive } from '../../shared/api/use-live.js';
import { useFormats } from '../../shared/i18n/use-formats.js';
import { useT } from '../../shared/i18n/use-t.js';
import { LakeScene } from '../../shared/ui/lake-scene.js';
import { useNow } from '../../shared/ui/use-now.js';
import { KioskBoard } from './kiosk-board.js';
import { isStale } from './freshness.js';
import { useRemoval } from './pairing/use-removal.js';
import { useKioskBoard } from './use-kiosk-board.js';
import { useRotatingLanguage } from './use-rotating-language.js';
import './kiosk.css';

/** The screen on the hub's wall: readable from the door, nobody's name, and honest when it is out of date. */
export default function KioskPage({ hub }: { hub: string }) {
  const t = useT();
  const picture = useKioskBoard(hub);
  const { board, freshAt } = picture.data ?? {};
  const now = useNow(1_000);
  const language = useRotatingLanguage();
  useLive(['board', 'queue', 'printers', 'bookings', 'devices']);
  useRemoval(hub);
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
          <KioskBoard board={board} now={now} language={language} />
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
