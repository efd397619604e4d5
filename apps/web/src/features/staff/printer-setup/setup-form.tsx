import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { BridgeSummary, SetUpPrinter } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { MachineFields } from './machine-fields.js';
import { adapters, setupOf, type SetupDraft } from './setup-draft.js';

interface Props {
  initial: SetupDraft;
  bridges: readonly BridgeSummary[];
  isNew: boolean;
  hasSecrets: boolean;
  isPending: boolean;
  error: Error | null;
  onSave: (change: { slug: string; setup: SetUpPrinter }) => void;
}

/** Where a printer is, how to get in, and what it can bear. */
export function SetupForm({ initial, bridges, isNew, hasSecrets, isPending, error, onSave }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(initial);
  const set = (part: Partial<SetupDraft>) => setDraft({ ...draft, ...part });
  const field = (name: keyof SetupDraft) => ({
    value: draft[name],
    onChange: (text: string) => set({ [name]: text }),
  });
  const { adapter } = draft;
  return (
    <Form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ slug: draft.slug, setup: setupOf(draft) });
      }}
    >
      {isNew && (
        <>
          <TextField label={t('setup.name')} isRequired maxLength={100} {...field('name')} />
          <TextField
            label={t('setup.slug')}
            hint={t('setup.slugHint')}
            isRequired
            maxLength={64}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            {...field('slug')}
          />
        </>
      )}
      <ChoiceGroup
        label={t('setup.bridge')}
        choices={bridges.map(({ slug }) => ({ value: slug, content: slug }))}
        {...field('bridge')}
      />
      <ChoiceGroup
        label={t('setup.adapter')}
        value={adapter}
        choices={adapters.map((each) => ({ value: each, content: t(`setup.adapter.${each}`) }))}
        onChange={(each) => set({ adapter: each })}
      />
      {adapter !== 'virtual' && (
        <>
          <TextField
            label={t('setup.address')}
            hint={t(adapter === 'bambu' ? 'setup.hostHint' : 'setup.addressHint')}
            isRequired
            {...field('address')}
          />
          {adapter === 'bambu' && <TextField label={t('setup.serial')} isRequired {...field('serial')} />}
          {adapter === 'prusalink' && <TextField label={t('setup.username')} {...field('username')} />}
          <TextField
            label={t(adapter === 'prusalink' ? 'setup.password' : adapter === 'bambu' ? 'setup.code' : 'setup.key')}
            hint={t(hasSecrets ? 'setup.secretKept' : 'setup.secretHint')}
            type="password"
            autoComplete="off"
            {...field('secret')}
          />
        </>
      )}
      <MachineFields draft={draft} set={set} field={field} />
      {error && <ProblemNotice error={error} />}
      <div>
        <Button type="submit" tone="primary" isPending={isPending}>
          {t('setup.save')}
        </Button>
      </div>
    </Form>
  );
}
