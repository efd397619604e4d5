import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useLocation } from 'wouter';
import type { Locale, Me } from '#libs/contracts';
import { useSignOut } from '../../shared/auth/use-sign-out.js';
import { useLanguage } from '../../shared/i18n/language-provider.js';
import { isLocale, locales } from '../../shared/i18n/locale.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Button } from '../../shared/ui/button.js';
import { ChoiceGroup } from '../../shared/ui/choice-group.js';
import { Facts } from '../../shared/ui/facts.js';
import { Notice } from '../../shared/ui/notice.js';
import { ProblemNotice } from '../../shared/ui/problem-notice.js';
import { TextField } from '../../shared/ui/text-field.js';
import { useUpdateMe } from './use-update-me.js';

export function AccountForm({ me }: { me: Me }) {
  const t = useT();
  const { setLocale } = useLanguage();
  const [displayName, setDisplayName] = useState(me.displayName);
  const [language, setLanguage] = useState<Locale>(me.locale);
  const update = useUpdateMe();
  const save = () =>
    update.mutate({ displayName: displayName.trim(), locale: language }, { onSuccess: () => setLocale(language) });
  return (
    <div className="card stack account-card">
      <Facts facts={[{ label: t('account.email'), value: me.email }]} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('account.name')}
          hint={t('account.nameHint')}
          autoComplete="name"
          isRequired
          maxLength={100}
          value={displayName}
          onChange={setDisplayName}
        />
        <ChoiceGroup
          label={t('account.language')}
          value={language}
          onChange={(value) => isLocale(value) && setLanguage(value)}
          choices={locales.map((value) => ({ value, content: t(`language.${value}`) }))}
        />
        {update.error && <ProblemNotice error={update.error} />}
        {update.isSuccess && <Notice tone="good" title={t('account.saved')} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={update.isPending}>
            {t('account.save')}
          </Button>
          <SignOutButton />
        </div>
      </Form>
    </div>
  );
}

function SignOutButton() {
  const t = useT();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  return (
    <Button onPress={() => signOut.mutate(undefined, { onSuccess: () => navigate('/') })} isPending={signOut.isPending}>
      {t('account.signOut')}
    </Button>
  );
}
