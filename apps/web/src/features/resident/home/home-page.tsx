import { useHubs } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { HubPage } from './hub-page.js';

/** `/`: the hub itself where there is one, the choice of hubs where there are several. */
export function HomePage() {
  const t = useT();
  const hubs = useHubs();
  const items = hubs.data?.items;
  // One hub is what most towns have: its page is there at once, before its name is known.
  const isWaiting = hubs.isPending && hubs.fetchStatus === 'fetching';
  if (isWaiting || items?.length === 1) return <HubPage slug={items?.[0]?.slug} />;
  return (
    <Page title={t('home.chooseHub')}>
      <QueryView query={hubs}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('home.noHubs')} />
          ) : (
            <ul className="stack">
              {items.map(({ slug, name, address }) => (
                <li key={slug} className="card spread">
                  <div>
                    <h2>{name}</h2>
                    <p className="soft">{address}</p>
                  </div>
                  <ButtonLink href={`/${slug}`} tone="primary">
                    {t('home.openHub')}
                    <span className="visually-hidden">{name}</span>
                  </ButtonLink>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}
