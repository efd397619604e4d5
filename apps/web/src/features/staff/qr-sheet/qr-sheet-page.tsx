import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { InStaffHub } from '../in-staff-hub.js';
import { qrAddress } from './qr-address.js';
import { QrLabel } from './qr-label.js';
import './qr-sheet.css';

/** Labels for everything that stands in the hub, to be printed on A4 and cut. */
export default function QrSheetPage() {
  const t = useT();
  return (
    <Page
      title={t('qr.title')}
      lead={t('qr.lead')}
      aside={
        <div className="button-row">
          <Button tone="primary" onPress={() => window.print()}>
            {t('qr.print')}
          </Button>
          <ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>
        </div>
      }
      wide
    >
      <InStaffHub>{(hub) => <Sheet hub={hub} />}</InStaffHub>
    </Page>
  );
}

function Sheet({ hub }: { hub: HubSummary }) {
  const t = useT();
  const resources = useResources(hub.slug);
  const isOnlyHub = useHubs().data?.items.length === 1;
  const addressOf = qrAddress(window.location.origin, { isOnlyHub });
  return (
    <QueryView query={resources}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={t('qr.none')} />
        ) : (
          <ul className="qr-sheet">
            {items.map((resource) => (
              <QrLabel
                key={resource.id}
                name={resource.name}
                hub={hub.name}
                address={addressOf(resource)}
                isPrinter={resource.category === 'printer'}
              />
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
