import { useDeferredValue } from 'react';
import type { Hub, Resource } from '#libs/contracts';
import { useHub } from '../../../shared/api/use-hub.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { NotFoundPage } from '../../../shared/ui/not-found-page.js';
import { findBookable, type Bookable } from './bookable.js';
import { drawings } from './drawings/drawings.js';
import { BookingNeeds } from './rules/booking-needs.js';
import { RulesBelowTimes } from './rules/rules-below-times.js';
import { TimePicker } from './time-picker.js';

interface Props {
  hubSlug: string;
  /** Slug of a pool or of a resource. */
  target: string;
}

export default function BookingPage({ hubSlug, target }: Props) {
  const t = useT();
  const hub = useHub(hubSlug);
  const resources = useResources(hubSlug);
  useLive(['bookings', 'board']);
  // What has come is drawn in slices, so that a slow phone answers a touch meanwhile.
  const knownHub = useDeferredValue(hub.data);
  const known = useDeferredValue(resources.data);
  if (knownHub && known) return <Found hub={knownHub} resources={known.items} target={target} />;
  return (
    <Page title={t('booking.title')}>
      <QueryView query={hub}>{() => <QueryView query={resources}>{() => null}</QueryView>}</QueryView>
    </Page>
  );
}

interface FoundProps {
  hub: Hub;
  resources: readonly Resource[];
  target: string;
}

function Found({ hub, resources, target }: FoundProps) {
  const t = useT();
  const bookable = findBookable(target, hub, resources);
  if (!bookable) return <NotFoundPage />;
  return (
    <Page
      title={t('booking.bookName', { name: bookable.name })}
      lead={bookable.description}
      aside={<Picture bookable={bookable} />}
    >
      {bookable.outOfOrder && (
        <Notice tone="warning" title={t('booking.outOfOrder', { reason: bookable.outOfOrder.reason })} />
      )}
      {bookable.bookable ? (
        <>
          <BookingNeeds policy={bookable.policy} />
          <TimePicker hub={hub} bookable={bookable} />
          <RulesBelowTimes hub={hub} bookable={bookable} />
        </>
      ) : (
        <Notice tone="info" title={t('booking.notBookable')} live={false} />
      )}
    </Page>
  );
}

function Picture({ bookable: { picture, name, category } }: { bookable: Bookable }) {
  const t = useT();
  return picture === null ? (
    <img className="bookable-picture bookable-drawing" src={drawings[category]} alt="" width={640} height={360} />
  ) : (
    <img className="bookable-picture" src={picture} alt={t('booking.picture', { name })} width={1600} height={900} />
  );
}
