import { useEffect, useRef } from 'react';
import type { Board } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { CheckInPanel } from './check-in-panel.js';
import { ThingsPanel } from './things-panel.js';
import type { Visit } from './use-visit.js';
import './visit.css';

interface Props {
  board: Board;
  visit: Visit;
  secondsLeft: number;
  onEnd: () => void;
}

/**
 * From then on the end is announced: as long as whoever needs more time must have to say so.
 * @see https://www.w3.org/TR/WCAG21/#timing-adjustable
 */
const announcedSeconds = 20;

/** What the screen shows to somebody who touches it, in the place of the board. */
export default function VisitPanel({ board, visit, secondsLeft, onEnd }: Props) {
  const t = useT();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  useEndByKey(onEnd);
  const group = visit.kind === 'things' && board.groups.find(({ category }) => category === visit.category);
  const title = group ? group.name : t('kiosk.checkInTitle');
  return (
    <section ref={panel} className="visit" tabIndex={-1} aria-label={title}>
      <div className="visit-head">
        <h2>{title}</h2>
        <p className="visit-countdown" role="timer">
          {secondsLeft <= announcedSeconds && t('kiosk.backIn', { seconds: Math.max(secondsLeft, 0) })}
        </p>
        <Button large onPress={onEnd}>
          {t('kiosk.back')}
        </Button>
      </div>
      {group ? <ThingsPanel hub={board.hub} group={group} /> : <CheckInPanel hub={board.hub} />}
    </section>
  );
}

function useEndByKey(onEnd: () => void): void {
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => key === 'Escape' && onEnd();
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onEnd]);
}
