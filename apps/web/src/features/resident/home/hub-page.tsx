import { isProblem } from '../../../shared/api/problem.js';
import { useBoard } from '../../../shared/api/use-board.js';
import { useHub } from '../../../shared/api/use-hub.js';
import { useLive } from '../../../shared/api/use-live.js';
import { OpeningText } from '../../../shared/hubs/opening-text.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { LakeScene } from '../../../shared/ui/lake-scene.js';
import { NotFoundPage } from '../../../shared/ui/not-found-page.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { FreeCard } from './free-card.js';
import './home.css';

/** What one can do here and what is free now; the page stands already while the hub's name is asked for. */
export function HubPage({ slug }: { slug: string | undefined }) {
  const t = useT();
  const hub = useHub(slug);
  const board = useBoard(slug);
  useLive(['board', 'bookings', 'printers']);
  // Every address of one word may be a hub's: the one that is none is a page that is not there.
  if (isProblem(hub.error, 404)) return <NotFoundPage />;
  return (
    <>
      <LakeScene />
      <Page
        title={t('home.title')}
        lead={t('home.lead')}
        aside={
          <div className="hub-facts">
            {hub.data && (
              <>
                <p>
                  <strong>{hub.data.name}</strong>
                  <br />
                  <span className="soft">{hub.data.address}</span>
                </p>
                <OpeningText opening={hub.data.opening} timeZone={hub.data.timeZone} />
              </>
            )}
          </div>
        }
      >
        <QueryView query={hub} placeholders={4}>
          {(details) => (
            <QueryView query={board} placeholders={4}>
              {(picture) => (
                <ul className="free-cards">
                  {picture.groups.map((group) => (
                    <li key={group.category}>
                      <FreeCard group={group} hub={details} queueLength={picture.queueLength} />
                    </li>
                  ))}
                </ul>
              )}
            </QueryView>
          )}
        </QueryView>
      </Page>
    </>
  );
}
