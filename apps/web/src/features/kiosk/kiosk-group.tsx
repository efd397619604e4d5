import type { Board } from '#libs/contracts';
import { nextFreeAt } from '../../shared/hubs/next-free.js';
import { useFormats } from '../../shared/i18n/use-formats.js';
import { useT } from '../../shared/i18n/use-t.js';
import { CategoryIcon } from '../../shared/ui/category-icon.js';

interface Props {
  group: Board['groups'][number];
  board: Board;
}

/** How many are free, as large as the wall allows; when none is, from when. */
export function KioskGroup({ group, board }: Props) {
  const t = useT();
  const formats = useFormats(board.hub.timeZone);
  const next = nextFreeAt(group.items);
  return (
    <li className={group.freeCount > 0 ? 'kiosk-group' : 'kiosk-group kiosk-group-none'}>
      <div className="kiosk-group-name">
        <CategoryIcon category={group.category} />
        <h3>{group.name}</h3>
      </div>
      <p className="kiosk-number numeric">
        {group.freeCount}
        <span className="kiosk-of">{t('kiosk.of', { total: group.items.length })}</span>
      </p>
      <p>
        {group.freeCount > 0
          ? t('kiosk.free')
          : next
            ? t('home.nextFree', { when: formats.soon(next) })
            : t('kiosk.none')}
      </p>
    </li>
  );
}
