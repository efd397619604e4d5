import type { Me } from '#libs/contracts';
import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { administeredHubs } from '../staff-hub.js';
import { DeviceList } from './device-list.js';
import { PairDeviceForm } from './pair-device-form.js';
import '../staff.css';
import './devices.css';

/** Which screens and bridges the hub trusts. */
export default function DevicesPage() {
  const t = useT();
  return (
    <Page
      title={t('devices.title')}
      lead={t('devices.lead')}
      aside={<ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>}
    >
      <RequireSignIn reason={t('devices.signInReason')}>{(me) => <Devices me={me} />}</RequireSignIn>
    </Page>
  );
}

function Devices({ me }: { me: Me }) {
  const t = useT();
  const hubs = useHubs();
  return (
    <QueryView query={hubs}>
      {({ items }) => {
        const mine = administeredHubs(me, items);
        if (mine.length === 0) return <Notice tone="warning" title={t('devices.notAdmin')} />;
        return mine.map((hub) => <HubDevices key={hub.id} hub={hub} isNamed={mine.length > 1} />);
      }}
    </QueryView>
  );
}

/** @param props.isNamed whether the reader has several hubs and must be told which one this is */
function HubDevices({ hub, isNamed }: { hub: HubSummary; isNamed: boolean }) {
  useLive(['devices']);
  return (
    <>
      {isNamed && <p className="soft">{hub.name}</p>}
      <div className="devices">
        <DeviceList hub={hub} />
        <PairDeviceForm hub={hub.slug} />
      </div>
    </>
  );
}
