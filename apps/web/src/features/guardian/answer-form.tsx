import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { GuardianQuestion } from '#libs/contracts';
import { useFormats } from '../../shared/i18n/use-formats.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Button } from '../../shared/ui/button.js';
import { ProblemNotice } from '../../shared/ui/problem-notice.js';
import { TextField } from '../../shared/ui/text-field.js';
import type { Answer } from './guardian-page.js';
import { useAnswerGuardianQuestion } from './use-guardian-link.js';

interface Props {
  token: string;
  question: GuardianQuestion;
  onAnswer: (answer: Answer) => void;
}

/** Says in plain words what is asked, and takes a yes under a name, or a no. */
export function AnswerForm({ token, question, onAnswer }: Props) {
  const t = useT();
  const { longDay } = useFormats('Europe/Helsinki');
  const [name, setName] = useState('');
  const answer = useAnswerGuardianQuestion(token);
  const { childName, hubName, termsVersion, expiresAt } = question;
  const isRefusing = answer.isPending && answer.variables === null;
  const give = () => answer.mutate({ name: name.trim(), termsVersion }, { onSuccess: () => onAnswer('consented') });
  return (
    <>
      <p>
        {childName === null
          ? t('guardian.askSomebody', { hub: hubName })
          : t('guardian.ask', { child: childName, hub: hubName })}
      </p>
      <ul className="guardian-points">
        <li>{t('guardian.pointUse')}</li>
        <li>{t('guardian.pointGuidance')}</li>
        <li>{t('guardian.pointData')}</li>
        <li>{t('guardian.pointWithdraw')}</li>
      </ul>
      <p>
        <a href="/terms" target="_blank" rel="noopener">
          {t('guardian.terms', { version: termsVersion })}
        </a>
      </p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          give();
        }}
      >
        <TextField
          label={t('guardian.name')}
          hint={t('guardian.nameHint')}
          autoComplete="name"
          isRequired
          maxLength={100}
          value={name}
          onChange={setName}
        />
        {answer.error && <ProblemNotice error={answer.error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={answer.isPending && !isRefusing}>
            {t('guardian.give')}
          </Button>
          <Button isPending={isRefusing} onPress={() => answer.mutate(null, { onSuccess: () => onAnswer('refused') })}>
            {t('guardian.refuse')}
          </Button>
        </div>
      </Form>
      {expiresAt !== null && <p className="soft">{t('guardian.until', { day: longDay(expiresAt) })}</p>}
    </>
  );
}
