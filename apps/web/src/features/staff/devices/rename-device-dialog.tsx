import { useState } from 'react';
import type { Device } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useChangeDevice } from './use-change-device.js';

interface Props {
  device: Device;
  onClose: () => void;
}

export function RenameDeviceDialog({ device, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState(device.name);
  const change = useChangeDevice(device);
  return (
    <FormDialog
      title={t('devices.renameTitle')}
      action={t('devices.save')}
      isPending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ kind: 'rename', name: name.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextField label={t('devices.name')} value={name} onChange={setName} isRequired autoFocus maxLength={100} />
    </FormDialog>
  );
}
