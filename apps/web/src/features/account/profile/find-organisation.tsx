import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { AddOrganisation } from './add-organisation.js';
import { useJoinOrganisation, useOrganisations } from './use-profile.js';

/** @param props.known ids of those one belongs to already */
export function FindOrganisation({ known }: { known: readonly string[] }) {
  const t = useT();
  const [name, setName] = useState('');
  const [wanted, setWanted] = useState('');
  const found = useOrganisations(wanted);
  const join = useJoinOrganisation();
  const [joined, setJoined] = useState(false);
  const finish = () => {
    setName('');
    setWanted('');
    setJoined(true);
  };
  const hasExact = found.data?.items.some((each) => each.name.toLowerCase() === wanted.toLowerCase()) ?? true;
  return (
    <>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setJoined(false);
          setWanted(name.trim());
        }}
      >
        <TextField
          label={t('organisations.find')}
          hint={t('organisations.findHint')}
          isRequired
          maxLength={100}
          value={name}
          onChange={setName}
        />
        <div>
          <Button type="submit" isPending={found.isFetching}>
            {t('organisations.search')}
          </Button>
        </div>
      </Form>
      {joined && <Notice tone="good" title={t('organisations.joined')} />}
      {join.error && <ProblemNotice error={join.error} />}
      {wanted !== '' && (
        <QueryView query={found} placeholders={1}>
          {({ items }) => (
            <ul className="organisations" aria-label={t('organisations.found')}>
              {items.map((organisation) => (
                <li key={organisation.id} className="organisation">
                  <p className="organisation-name">{organisation.name}</p>
                  {known.includes(organisation.id) ? (
                    <p className="soft">{t('organisations.already')}</p>
                  ) : (
                    <Button
                      aria-label={t('organisations.joinOf', { name: organisation.name })}
                      isPending={join.isPending && join.variables === organisation.id}
                      onPress={() => join.mutate(organisation.id, { onSuccess: finish })}
                    >
                      {t('organisations.join')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </QueryView>
      )}
      {wanted !== '' && !hasExact && <AddOrganisation name={wanted} onAdded={finish} />}
    </>
  );
}
