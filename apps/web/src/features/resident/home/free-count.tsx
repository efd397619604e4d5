import type { Board } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { isClosed } from '../../../shared/hubs/is-closed.js';
import { nextFreeAt } from '../../../shared/hubs/next-free.js';

interface Props {
  group: Board['groups'][number];
  timeZone: string;
}

export function FreeCount({ group, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const next = nextFreeAt(group.items);
  if (isClosed(group)) return <p className="soft">{t('home.closedNow')}</p>;
  return (
    <p className={group.freeCount > 0 ? 'free-count' : 'free-count free-count-none'}>
      <span className="free-count-number numeric">{group.freeCount}</span>
      <span>
        {t('home.freeOf', { count: group.freeCount, total: group.items.length })}
        {group.freeCount === 0 && next && (
          <>
            <br />
            {t('home.nextFree', { when: formats.soon(next) })}
          </>
        )}
      </span>
    </p>
  );
}
