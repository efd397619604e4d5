import type { Board, Category } from '#libs/contracts';
import { isClosed } from '../../shared/hubs/is-closed.js';
import { nextFreeAt } from '../../shared/hubs/next-free.js';
import { useUnitStatus } from '../../shared/hubs/use-unit-status.js';
import { useFormats } from '../../shared/i18n/use-formats.js';
import { useT } from '../../shared/i18n/use-t.js';
import { CategoryIcon } from '../../shared/ui/category-icon.js';

interface Props {
  group: Board['groups'][number];
  timeZone: string;
}

interface CardProps extends Props {
  /** Shows its things one by one. */
  onOpen: () => void;
}

/** Units of these are not alike: it matters which one is free. */
const named: readonly Category[] = ['room', 'camera'];

/** How many are free, as large as the wall allows; when none is, from when. */
export function KioskGroup({ group, timeZone, onOpen }: CardProps) {
  const t = useT();
  return (
    <li className={group.freeCount > 0 ? 'kiosk-group' : 'kiosk-group kiosk-group-none'}>
      <div className="kiosk-group-name">
        <CategoryIcon category={group.category} />
        <h3>
          <button type="button" className="kiosk-group-open" onClick={onOpen}>
            {group.name}
          </button>
        </h3>
      </div>
      {isClosed(group) ? <p>{t('unit.closed')}</p> : <Count group={group} timeZone={timeZone} />}
    </li>
  );
}

function Count({ group, timeZone }: Props) {
  const t = useT();
  return (
    <>
      <p className="kiosk-number numeric">
        {group.freeCount}
        <span className="kiosk-of">{t('kiosk.of', { total: group.items.length })}</span>
      </p>
      {named.includes(group.category) ? (
        <Units group={group} timeZone={timeZone} />
      ) : (
        <NextFree group={group} timeZone={timeZone} />
      )}
    </>
  );
}

function NextFree({ group, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const next = nextFreeAt(group.items);
  if (group.freeCount > 0) return <p>{t('kiosk.free')}</p>;
  return <p>{next ? t('home.nextFree', { when: formats.soon(next) }) : t('kiosk.none')}</p>;
}

function Units({ group, timeZone }: Props) {
  const status = useUnitStatus(timeZone);
  return (
    <ul className="kiosk-units">
      {group.items.map((item) => (
        <li key={item.slug}>
          <strong>{item.name}</strong> {status(item).text}
        </li>
      ))}
    </ul>
  );
}
