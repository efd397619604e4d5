import { useState } from 'react';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { InStaffHub } from '../in-staff-hub.js';
import { useAdministers } from '../use-administers.js';
import { RecordList } from './record-list.js';
import { isSubjectType, subjectTypes, type SubjectType } from './subject-types.js';
import './record.css';

/** Everything that was done in the hub. */
export default function RecordPage() {
  const t = useT();
  return (
    <Page
      title={t('record.title')}
      lead={t('record.lead')}
      aside={<ButtonLink href="/staff">{t('plan.toShift')}</ButtonLink>}
    >
      <InStaffHub>{(hub) => <HubRecord hub={hub} />}</InStaffHub>
    </Page>
  );
}

function HubRecord({ hub }: { hub: HubSummary }) {
  const t = useT();
  const mayRead = useAdministers(hub);
  const [of, setOf] = useState<SubjectType>();
  if (!mayRead) return <Notice tone="warning" title={t('record.notAdmin')} />;
  return (
    <div className="record">
      <SelectField
        label={t('record.about')}
        value={of ?? ''}
        choices={[
          { value: '', text: t('record.everything') },
          ...subjectTypes.map((type) => ({ value: type, text: t(`record.of.${type}`) })),
        ]}
        onChange={(type) => setOf(isSubjectType(type) ? type : undefined)}
      />
      <RecordList hub={hub} of={of} />
      <p className="soft">{t('record.readLogged')}</p>
    </div>
  );
}
