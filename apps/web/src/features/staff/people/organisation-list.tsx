import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { PendingOrganisation } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { useConfirmOrganisation, usePendingOrganisations } from './use-pending.js';

export function OrganisationList({ hub }: { hub: string }) {
  const t = useT();
  const pending = usePendingOrganisations(hub);
  return (
    <Section title={t('people.organisations')} count={pending.data?.items.length}>
      <QueryView query={pending} placeholders={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('people.noOrganisations')} />
          ) : (
            <ul className="stack">
              {items.map((organisation) => (
                <OrganisationCard key={organisation.id} organisation={organisation} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

/** Its name can be put right; that of another organisation makes the two one. */
function OrganisationCard({ organisation: { id, name, kind, members } }: { organisation: PendingOrganisation }) {
  const t = useT();
  const [wanted, setWanted] = useState(name);
  const confirm = useConfirmOrganisation();
  return (
    <li className="card stack">
      <p>{t('people.organisationFacts', { kind: t(`organisationKind.${kind}`), members })}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate({ id, name: wanted.trim() });
        }}
      >
        <TextField
          label={t('people.organisationName')}
          hint={t('people.organisationHint')}
          isRequired
          maxLength={120}
          value={wanted}
          onChange={setWanted}
        />
        {confirm.error && <ProblemNotice error={confirm.error} />}
        <div>
          <Button type="submit" isPending={confirm.isPending} aria-label={t('people.confirmOf', { name })}>
            {t('people.confirm')}
          </Button>
        </div>
      </Form>
    </li>
  );
}
