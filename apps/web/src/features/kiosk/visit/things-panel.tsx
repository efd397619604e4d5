import { useState } from 'react';
import type { Board } from '#libs/contracts';
import { useUnitStatus } from '../../../shared/hubs/use-unit-status.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { QrCode } from '../../../shared/ui/qr-code.js';

type Group = Board['groups'][number];
type Item = Group['items'][number];

interface Props {
  hub: Board['hub'];
  group: Group;
}

/** The things of one kind: which are free, for how long, and the way to use one at once. */
export function ThingsPanel({ hub, group }: Props) {
  const [slug, setSlug] = useState(() => (group.items.find(({ status }) => status === 'free') ?? group.items[0])?.slug);
  const status = useUnitStatus(hub.timeZone);
  const chosen = group.items.find((item) => item.slug === slug);
  return (
    <div className="visit-body things">
      <ul className="things-list">
        {group.items.map((item) => (
          <li key={item.slug}>
            <button
              type="button"
              className={`thing thing-${item.status}`}
              aria-pressed={item.slug === slug}
              onClick={() => setSlug(item.slug)}
            >
              <strong>{item.name}</strong>
              <span>{status(item).text}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen && <Thing key={chosen.slug} hub={hub} item={chosen} />}
    </div>
  );
}

/** Follows what happens to it: whoever has used the code sees that it has worked. */
function Thing({ hub, item }: { hub: Board['hub']; item: Item }) {
  const t = useT();
  const status = useUnitStatus(hub.timeZone)(item);
  const [wasFree, setWasFree] = useState(false);
  const isFree = item.status === 'free';
  if (isFree && !wasFree) setWasFree(true);
  const address = `${window.location.origin}/r/${item.slug}?hub=${hub.slug}`;
  return (
    <div className="thing-now" role="status">
      <p className="visit-big">{wasFree && item.status === 'busy' ? t('kiosk.taken') : item.name}</p>
      <p>{status.text}</p>
      {isFree && (
        <>
          <QrCode text={address} label={t('kiosk.codeOf', { name: item.name })} />
          <p>{t('kiosk.useNow')}</p>
        </>
      )}
    </div>
  );
}
