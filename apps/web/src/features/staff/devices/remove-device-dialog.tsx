import type { Device } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { useChangeDevice } from './use-change-device.js';

interface Props {
  device: Device;
  onClose: () => void;
}

export function RemoveDeviceDialog({ device, onClose }: Props) {
  const t = useT();
  const change = useChangeDevice(device);
  return (
    <ConfirmDialog
      title={t(`deviceRemoveTitle.${device.kind}`, { name: device.name })}
      action={t('devices.removeYes')}
      danger
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ kind: 'remove' }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t(`deviceRemoveText.${device.kind}`)}</p>
    </ConfirmDialog>
  );
}
