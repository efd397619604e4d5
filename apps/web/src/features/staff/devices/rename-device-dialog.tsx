import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Device } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
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
    <Dialog title={t('devices.renameTitle')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ kind: 'rename', name: name.trim() }, { onSuccess: onClose });
        }}
      >
        <TextField label={t('devices.name')} value={name} onChange={setName} isRequired autoFocus maxLength={100} />
        {change.error && <ProblemNotice error={change.error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={change.isPending}>
            {t('devices.save')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
