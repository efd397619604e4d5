import type { Board, Hub } from '#libs/contracts';
import { useUnitStatus } from '../../../shared/hubs/use-unit-status.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';

interface Props {
  item: Board['groups'][number]['items'][number];
  hub: Hub;
}

export function UnitRow({ item, hub }: Props) {
  const t = useT();
  const status = useUnitStatus(hub.timeZone)(item);
  return (
    <li className="unit-row">
      <div className="stack-tight">
        <h3>{item.name}</h3>
        <Pill tone={status.tone}>{status.text}</Pill>
      </div>
      <ButtonLink href={`/${hub.slug}/book/${item.slug}`} tone="primary">
        {t('home.book')}
        <span className="visually-hidden">{item.name}</span>
      </ButtonLink>
    </li>
  );
}
