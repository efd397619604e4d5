import type { Board } from '#libs/contracts';
import { useFormats } from '../../shared/i18n/use-formats.js';
import { useT } from '../../shared/i18n/use-t.js';

interface Props {
  programme: Board['programme'];
  /** When the picture was made: the screen's own clock may be wrong. */
  generatedAt: string;
  timeZone: string;
}

/** As many as can be read from the door; what comes later moves up when they are over. */
const mostShown = 5;

/** What happens in the hub today, without anybody's name. */
export function KioskProgramme({ programme, generatedAt, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const more = programme.length - mostShown;
  return (
    <section className="kiosk-section kiosk-today" aria-labelledby="kiosk-programme">
      <div className="kiosk-section-head">
        <h2 id="kiosk-programme">{t('kiosk.programme')}</h2>
        {more > 0 && <p>{t('kiosk.programmeMore', { count: more })}</p>}
      </div>
      <ul className="kiosk-programme">
        {programme.slice(0, mostShown).map(({ title, startsAt, endsAt, places }) => {
          const isOn = Date.parse(startsAt) <= Date.parse(generatedAt);
          return (
            <li key={`${startsAt} ${title} ${places.join()}`} className="kiosk-event">
              <p className="kiosk-event-time numeric">
                {formats.timeRange(startsAt, endsAt)}
                {isOn && <span className="pill pill-good">{t('kiosk.programmeNow')}</span>}
              </p>
              <h3>{title}</h3>
              <p className="kiosk-event-place">{places.join(', ')}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
