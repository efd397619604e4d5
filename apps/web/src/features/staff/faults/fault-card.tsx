import { useState } from 'react';
import type { Fault } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { CloseFaultDialog } from './close-fault-dialog.js';
import { PutOutDialog } from './put-out-dialog.js';
import { useFaultAct } from './use-faults.js';

interface Props {
  hub: HubSummary;
  fault: Fault;
}

export function FaultCard({ hub, fault }: Props) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const [asking, setAsking] = useState<'put-out' | 'close' | null>(null);
  const act = useFaultAct(hub.slug, fault);
  const { resource } = fault;
  const which = <span className="visually-hidden">{resource.name}</span>;
  const close = () => setAsking(null);
  return (
    <li className="card stack-tight">
      <div className="spread">
        <h3>{resource.name}</h3>
        {resource.isOutOfOrder && <Pill tone="warning">{t('unit.outOfOrder')}</Pill>}
      </div>
      <p>{fault.text ?? t('faults.noText')}</p>
      <p className="soft">{t('faults.reportedAt', { when: formats.soon(fault.reportedAt) })}</p>
      {act.error && <ProblemNotice error={act.error} />}
      <div className="button-row">
        <Button tone="primary" onPress={() => setAsking('close')}>
          {t('faults.close')}
          {which}
        </Button>
        {resource.isOutOfOrder ? (
          <Button isPending={act.isPending} onPress={() => act.mutate({ kind: 'put-in' })}>
            {t('faults.putIn')}
            {which}
          </Button>
        ) : (
          <Button onPress={() => setAsking('put-out')}>
            {t('faults.putOut')}
            {which}
          </Button>
        )}
      </div>
      {asking === 'close' && <CloseFaultDialog hub={hub.slug} fault={fault} onClose={close} />}
      {asking === 'put-out' && <PutOutDialog hub={hub.slug} fault={fault} onClose={close} />}
    </li>
  );
}
