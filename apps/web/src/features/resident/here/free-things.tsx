import { useState } from 'react';
import type { Board, Booking } from '#libs/contracts';
import { useUnitStatus } from '../../../shared/hubs/use-unit-status.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Pill } from '../../../shared/ui/pill.js';
import './here.css';
import { InUse, UseAtOnce } from './use-at-once.js';

/** What one may use at once, without having booked. */
export function FreeThings({ board }: { board: Board }) {
  const t = useT();
  const [used, setUsed] = useState<Booking | null>(null);
  const { slug: hub, timeZone } = board.hub;
  const status = useUnitStatus(timeZone);
  const free = board.groups
    .filter(({ category }) => category !== 'printer')
    .flatMap(({ items }) => items.filter((item) => item.status === 'free'));
  return (
    <section className="stack" aria-labelledby="free-things">
      <h2 id="free-things">{t('here.free')}</h2>
      {used && <InUse booking={used} timeZone={timeZone} />}
      {free.length === 0 && <Empty text={t('here.nothingFree')} />}
      <ul className="stack">
        {free.map((item) => (
          <li key={item.slug} className="card here-thing">
            <div className="stack-tight">
              <h3>{item.name}</h3>
              <div>
                <Pill tone="good">{status(item).text}</Pill>
              </div>
            </div>
            <UseAtOnce hub={hub} resource={item.slug} name={item.name} timeZone={timeZone} onUsed={setUsed} />
          </li>
        ))}
      </ul>
    </section>
  );
}
