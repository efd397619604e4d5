import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useAskGuardian } from './use-guardian-consent.js';

/** @param props.hubs those where no consent stands; one is chosen without asking */
export function AskGuardianForm({ hubs }: { hubs: readonly HubSummary[] }) {
  const t = useT();
  const [guardianEmail, setGuardianEmail] = useState('');
  const [chosen, setChosen] = useState('');
  const ask = useAskGuardian();
  const hub = hubs.find(({ slug }) => slug === chosen) ?? hubs[0];
  const send = () =>
    hub &&
    ask.mutate({ hub: hub.slug, guardianEmail: guardianEmail.trim() }, { onSuccess: () => setGuardianEmail('') });
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {hubs.length > 1 && (
        <ChoiceGroup
          label={t('guardian.hub')}
          value={hub?.slug ?? ''}
          onChange={setChosen}
          choices={hubs.map(({ slug, name }) => ({ value: slug, content: name }))}
        />
      )}
      <TextField
        label={t('guardian.email')}
        hint={t('guardian.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        isRequired
        maxLength={254}
        value={guardianEmail}
        onChange={setGuardianEmail}
      />
      {ask.error && <ProblemNotice error={ask.error} />}
      {ask.isSuccess && <Notice tone="good" title={t('guardian.sent')} />}
      <div>
        <Button type="submit" isPending={ask.isPending}>
          {t('guardian.send')}
        </Button>
      </div>
    </Form>
  );
}
