import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { DeviceCard } from './device-card.js';
import { useDevices } from './use-devices.js';

export function DeviceList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const devices = useDevices(hub.slug);
  return (
    <Section title={t('devices.listTitle')} count={devices.data?.items.length}>
      <QueryView query={devices} placeholders={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('devices.none')} />
          ) : (
            <ul className="stack">
              {items.map((device) => (
                <DeviceCard key={device.id} device={device} timeZone={hub.timeZone} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
