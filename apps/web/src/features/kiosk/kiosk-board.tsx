import type { Board } from '#libs/contracts';
import type { useLanguage } from '../../shared/i18n/language-provider.js';
import { useT } from '../../shared/i18n/use-t.js';
import { KioskGroup } from './kiosk-group.js';
import { KioskHead } from './kiosk-head.js';
import { KioskPrinter } from './kiosk-printer.js';

interface Props {
  board: Board;
  now: number;
  language: ReturnType<typeof useLanguage>;
}

export function KioskBoard({ board, now, language }: Props) {
  const t = useT();
  const groups = board.groups.filter(({ category }) => category !== 'printer');
  return (
    <>
      <KioskHead board={board} now={now} language={language} />
      <section className="kiosk-section" aria-labelledby="kiosk-free">
        <h2 id="kiosk-free">{t('kiosk.freeNow')}</h2>
        <ul className="kiosk-groups">
          {groups.map((group) => (
            <KioskGroup key={group.category} group={group} timeZone={board.hub.timeZone} />
          ))}
        </ul>
      </section>
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
    </>
  );
}
