import { useState } from 'react';
import type { OrganisationKind } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { useAddOrganisation } from './use-profile.js';

const kinds: readonly OrganisationKind[] = ['company', 'education_research', 'municipality', 'third_sector'];

/** For one that is not in the list yet. */
export function AddOrganisation({ name, onAdded }: { name: string; onAdded: () => void }) {
  const t = useT();
  const [kind, setKind] = useState<OrganisationKind>('company');
  const add = useAddOrganisation();
  return (
    <div className="stack">
      <p>{t('organisations.addText', { name })}</p>
      <ChoiceGroup
        label={t('organisations.kind')}
        value={kind}
        onChange={(value) => setKind(kinds.find((each) => each === value) ?? kind)}
        choices={kinds.map((value) => ({ value, content: t(`organisationKind.${value}`) }))}
      />
      {add.error && <ProblemNotice error={add.error} />}
      <div>
        <Button isPending={add.isPending} onPress={() => add.mutate({ name, kind }, { onSuccess: onAdded })}>
          {t('organisations.add', { name })}
        </Button>
      </div>
    </div>
  );
}
