import type { Category, SetUpHub, SetUpResource } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Section } from '../section.js';
import { PoolHead } from './pool-head.js';
import { ResourceRow } from './resource-row.js';

interface Props {
  category: Category;
  setUp: SetUpHub;
  mayChange: boolean;
}

/** The things of one category: by pool, then those that stand alone. */
export function CategorySection({ category, setUp, mayChange }: Props) {
  const t = useT();
  const things = setUp.resources.filter((each) => each.category === category && !each.retired);
  const pools = setUp.pools.filter((pool) => pool.category === category);
  if (things.length + pools.length === 0) return null;
  const rows = (pool: string | null) => things.filter((each) => each.pool === pool);
  return (
    <Section title={t(`category.${category}`)} count={things.length}>
      {pools.map((pool) => (
        <div key={pool.id} className="card stack">
          <PoolHead
            pool={pool}
            units={setUp.resources.filter((each) => each.pool === pool.slug).length}
            hub={setUp.hub}
            mayChange={mayChange}
          />
          <Rows things={rows(pool.slug)} setUp={setUp} mayChange={mayChange} />
        </div>
      ))}
      {rows(null).length > 0 && (
        <div className="card">
          <Rows things={rows(null)} setUp={setUp} mayChange={mayChange} />
        </div>
      )}
    </Section>
  );
}

interface RowsProps {
  things: readonly SetUpResource[];
  setUp: SetUpHub;
  mayChange: boolean;
}

export function Rows({ things, setUp, mayChange }: RowsProps) {
  const t = useT();
  if (things.length === 0) return <p className="soft">{t('things.emptyPool')}</p>;
  return (
    <ul>
      {things.map((resource) => (
        <ResourceRow key={resource.id} resource={resource} setUp={setUp} mayChange={mayChange} />
      ))}
    </ul>
  );
}
