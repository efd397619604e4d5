import type { Board, Hub } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { isClosed } from '../../../shared/hubs/is-closed.js';
import { CategoryIcon } from '../../../shared/ui/category-icon.js';
import { FreeCount } from './free-count.js';
import { UnitRow } from './unit-row.js';

interface Props {
  group: Board['groups'][number];
  hub: Hub;
  queueLength: number;
}

/** One kind of thing: how many are free now, and the way to book or to send a print. */
export function FreeCard({ group, hub, queueLength }: Props) {
  const t = useT();
  const isPrinter = group.category === 'printer';
  const pools = hub.pools.filter(({ category }) => category === group.category);
  const pooled = new Set(pools.flatMap(({ resources }) => resources));
  const singles = isPrinter ? [] : group.items.filter(({ slug }) => !pooled.has(slug));
  const description = pools[0]?.description;
  return (
    <article className="card free-card">
      <div className="free-card-head">
        <span className="free-card-icon">
          <CategoryIcon category={group.category} />
        </span>
        <h2>{group.name}</h2>
      </div>
      {(pools.length > 0 || (isPrinter && !isClosed(group))) && <FreeCount group={group} timeZone={hub.timeZone} />}
      {isPrinter ? (
        <p className="soft">{t('home.printQueue', { count: queueLength })}</p>
      ) : (
        description && <p className="soft">{description}</p>
      )}
      {singles.length > 0 && (
        <ul className="unit-rows">
          {singles.map((item) => (
            <UnitRow key={item.slug} item={item} hub={hub} />
          ))}
        </ul>
      )}
      <div className="button-row free-card-actions">
        {isPrinter && (
          <ButtonLink href="/prints/new" tone="primary">
            {t('home.sendPrint')}
          </ButtonLink>
        )}
        {!isPrinter &&
          pools.map(({ slug, name }) => (
            <ButtonLink key={slug} href={`/${hub.slug}/book/${slug}`} tone="primary">
              {t('home.book')}
              <span className="visually-hidden">{name}</span>
            </ButtonLink>
          ))}
      </div>
    </article>
  );
}
