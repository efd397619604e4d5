import { useState } from 'react';
import type { SetUpHub, SetUpResource } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { PictureDialog } from './picture-dialog.js';
import { RemoveResourceDialog } from './remove-resource-dialog.js';
import { ResourceDialog } from './resource-dialog.js';
import { useInLanguage } from './use-in-language.js';
import { useChangeSetUp } from './use-set-up-hub.js';

interface Props {
  resource: SetUpResource;
  setUp: SetUpHub;
  mayChange: boolean;
}

export function ResourceRow({ resource, setUp, mayChange }: Props) {
  const t = useT();
  const read = useInLanguage();
  const [asking, setAsking] = useState<'change' | 'picture' | 'remove'>();
  const restore = useChangeSetUp(setUp.hub.slug);
  const { slug, category, retired, outOfOrder } = resource;
  const name = read(resource.name);
  const whole = setUp.resources.find((other) => other.slug === resource.parent);
  const close = () => setAsking(undefined);
  const putBack = () => restore.mutate({ kind: 'resource', slug, change: { retired: false } });
  return (
    <li className="thing-row">
      <div className="thing-name">
        <p className="thing-title">{name}</p>
        {whole && <p className="soft">{t('things.partOf', { name: read(whole.name) })}</p>}
        {outOfOrder && !retired && <p className="soft">{outOfOrder.reason}</p>}
      </div>
      <StatePill resource={resource} />
      <div className="button-row thing-acts">
        {category === 'printer' && <ButtonLink href={`/staff/printers/${slug}`}>{t('things.toPrinter')}</ButtonLink>}
        {mayChange && (
          <>
            <Button onPress={() => setAsking('change')}>
              {t('things.change')}
              <span className="visually-hidden"> {name}</span>
            </Button>
            <Button onPress={() => setAsking('picture')}>
              {t('things.picture')}
              <span className="visually-hidden"> {name}</span>
            </Button>
            <Button onPress={() => (retired ? putBack() : setAsking('remove'))} isPending={restore.isPending}>
              {t(retired ? 'things.putBack' : 'things.remove')}
              <span className="visually-hidden"> {name}</span>
            </Button>
          </>
        )}
      </div>
      {restore.error && <ProblemNotice error={restore.error} />}
      {asking === 'change' && <ResourceDialog setUp={setUp} resource={resource} onClose={close} />}
      {asking === 'picture' && <PictureDialog resource={resource} hub={setUp.hub} onClose={close} />}
      {asking === 'remove' && <RemoveResourceDialog resource={resource} hub={setUp.hub} onClose={close} />}
    </li>
  );
}

function StatePill({ resource: { retired, outOfOrder, bookable, category } }: { resource: SetUpResource }) {
  const t = useT();
  if (retired) return <Pill tone="neutral">{t('things.retired')}</Pill>;
  if (outOfOrder) return <Pill tone="warning">{t('unit.outOfOrder')}</Pill>;
  if (!bookable && category !== 'printer') return <Pill tone="neutral">{t('things.bookableNo')}</Pill>;
  return <Pill tone="good">{t('closing.inUse')}</Pill>;
}
