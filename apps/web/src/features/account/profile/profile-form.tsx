import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Locale, Profile } from '#libs/contracts';
import { useLanguage } from '../../../shared/i18n/language-provider.js';
import { isLocale, locales } from '../../../shared/i18n/locale.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Facts } from '../../../shared/ui/facts.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useUpdateMe } from '../use-update-me.js';
import { ageChoices, type AgeGroup } from './age-choices.js';
import { fieldFaults } from './field-faults.js';
import { SignOutButton } from './sign-out-button.js';

export function ProfileForm({ me }: { me: Profile }) {
  const t = useT();
  const { setLocale } = useLanguage();
  const [displayName, setDisplayName] = useState(me.displayName);
  const [phone, setPhone] = useState(me.phone ?? '');
  const [municipality, setMunicipality] = useState(me.municipality ?? '');
  const [ageGroup, setAgeGroup] = useState<AgeGroup | null>(me.ageGroup);
  const [language, setLanguage] = useState<Locale>(me.locale);
  const update = useUpdateMe();
  const faults = fieldFaults(update.error, t);
  const save = () =>
    update.mutate(
      {
        displayName: displayName.trim(),
        phone: phone.trim() || null,
        municipality: municipality.trim() || null,
        ageGroup,
        locale: language,
      },
      { onSuccess: () => setLocale(language) },
    );
  const choices = ageChoices(t);
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Facts facts={[{ label: t('account.email'), value: me.email }]} />
      <TextField
        fault={faults['displayName']}
        label={t('account.name')}
        hint={t('account.nameHint')}
        autoComplete="name"
        isRequired
        maxLength={100}
        value={displayName}
        onChange={setDisplayName}
      />
      <TextField
        fault={faults['phone']}
        label={t('profile.phone')}
        hint={t('profile.phoneHint')}
        type="tel"
        autoComplete="tel"
        maxLength={30}
        value={phone}
        onChange={setPhone}
      />
      <TextField
        fault={faults['municipality']}
        label={t('profile.municipality')}
        hint={t('profile.statisticsHint')}
        autoComplete="address-level2"
        maxLength={100}
        value={municipality}
        onChange={setMunicipality}
      />
      <ChoiceGroup
        label={t('profile.ageGroup')}
        value={ageGroup ?? 'untold'}
        onChange={(value) => setAgeGroup(choices.find((choice) => choice.value === value)?.ageGroup ?? null)}
        choices={choices}
      />
      <ChoiceGroup
        label={t('account.language')}
        value={language}
        onChange={(value) => isLocale(value) && setLanguage(value)}
        choices={locales.map((value) => ({ value, content: t(`language.${value}`) }))}
      />
      {update.error && Object.keys(faults).length === 0 && <ProblemNotice error={update.error} />}
      {update.isSuccess && <Notice tone="good" title={t('account.saved')} />}
      <div className="button-row">
        <Button type="submit" tone="primary" isPending={update.isPending}>
          {t('account.save')}
        </Button>
        <SignOutButton />
      </div>
    </Form>
  );
}
