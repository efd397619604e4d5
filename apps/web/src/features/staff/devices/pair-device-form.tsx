import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { usePairDevice } from './use-pair-device.js';

/** Takes the device that shows this code into the hub. */
export function PairDeviceForm({ hub }: { hub: string }) {
  const t = useT();
  const pair = usePairDevice(hub);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const clear = () => {
    setCode('');
    setName('');
  };
  return (
    <Section title={t('devices.pairTitle')}>
      <ul className="devices-how soft">
        <li>{t('devices.howKiosk', { address: `${window.location.host}/kiosk/pair` })}</li>
        <li>{t('devices.howBridge')}</li>
      </ul>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          pair.mutate({ code: code.trim(), name: name.trim() }, { onSuccess: clear });
        }}
      >
        <TextField
          label={t('devices.code')}
          hint={t('devices.codeHint')}
          value={code}
          onChange={setCode}
          isRequired
          maxLength={20}
          autoComplete="off"
          spellCheck="false"
        />
        <TextField
          label={t('devices.name')}
          hint={t('devices.nameHint')}
          value={name}
          onChange={setName}
          isRequired
          maxLength={100}
          autoComplete="off"
        />
        {pair.error && <ProblemNotice error={pair.error} />}
        {pair.data && <Notice tone="good" title={t('devices.paired', { name: pair.data.name })} />}
        <div>
          <Button type="submit" tone="primary" isPending={pair.isPending}>
            {t('devices.pair')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
