import { useState } from 'react';
import type { Device } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { Pill } from '../../../shared/ui/pill.js';
import { RemoveDeviceDialog } from './remove-device-dialog.js';
import { RenameDeviceDialog } from './rename-device-dialog.js';

interface Props {
  device: Device;
  timeZone: string;
}

export function DeviceCard({ device, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const close = () => setAsking(null);
  const name = <span className="visually-hidden">{device.name}</span>;
  return (
    <li className="card stack">
      <div className="spread">
        <h3>{device.name}</h3>
        {device.status === 'waiting' ? (
          <Pill tone="warning">{t('devices.waiting')}</Pill>
        ) : (
          <Pill tone="neutral">{t(`deviceKind.${device.kind}`)}</Pill>
        )}
      </div>
      <Facts
        facts={[
          {
            label: t('devices.seen'),
            value: device.lastSeenAt ? formats.soon(device.lastSeenAt) : t('devices.neverSeen'),
          },
          { label: t('devices.pairedAt'), value: formats.dayTime(device.pairedAt) },
          { label: t('devices.pairedBy'), value: device.pairedBy?.displayName },
          { label: t('devices.bridge'), value: device.bridge },
        ]}
      />
      <div className="button-row">
        <Button onPress={() => setAsking('rename')}>
          {t('devices.rename')}
          {name}
        </Button>
        <Button tone="danger" onPress={() => setAsking('remove')}>
          {t('devices.remove')}
          {name}
        </Button>
      </div>
      {asking === 'rename' && <RenameDeviceDialog device={device} onClose={close} />}
      {asking === 'remove' && <RemoveDeviceDialog device={device} onClose={close} />}
    </li>
  );
}
