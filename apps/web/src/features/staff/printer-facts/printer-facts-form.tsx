import type { PrinterFacts } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { NumberField } from '../numbers/number-field.js';
import { useWriteNumber } from '../numbers/use-write-number.js';
import { SettingsForm } from '../settings-form/settings-form.js';
import { useSettingsDraft } from '../settings-form/use-settings-draft.js';
import { draftOf, factLimits, factsOf, numberFacts } from './facts-draft.js';
import { useSavePrinterFacts } from './use-printer-facts.js';
import '../numbers/machine-numbers.css';

interface Props {
  slug: string;
  facts: PrinterFacts;
  reload: () => Promise<PrinterFacts | undefined>;
}

export function PrinterFactsForm({ slug, facts, reload }: Props) {
  const t = useT();
  const write = useWriteNumber();
  const form = useSettingsDraft({
    saved: facts,
    draftOf: (saved) => draftOf(saved, write),
    settingsOf: factsOf,
    save: useSavePrinterFacts(slug),
    reload,
  });
  const { draft, set } = form;
  return (
    <SettingsForm form={form} savedText={t('machine.saved')}>
      <TextField
        label={t('printer.model')}
        hint={t('machine.modelHint')}
        value={draft.model}
        onChange={(model) => set({ model })}
        isRequired
        maxLength={100}
      />
      <div className="machine-numbers">
        {numberFacts.map((fact) => (
          <NumberField
            key={fact}
            label={t(`machine.${fact}`)}
            value={draft[fact]}
            limits={factLimits[fact]}
            onChange={(text) => set({ [fact]: text })}
          />
        ))}
      </div>
      <ChoiceGroup
        label={t('machine.origin')}
        value={draft.bedOrigin}
        choices={(['corner', 'centre'] as const).map((origin) => ({
          value: origin,
          content: t(`machineOrigin.${origin}`),
        }))}
        onChange={(bedOrigin) => set({ bedOrigin })}
      />
      <ChoiceGroup
        label={t('machine.unattended')}
        value={draft.unattendedAllowed ? 'yes' : 'no'}
        choices={(['yes', 'no'] as const).map((answer) => ({ value: answer, content: t(`machine.${answer}`) }))}
        onChange={(answer) => set({ unattendedAllowed: answer === 'yes' })}
      />
    </SettingsForm>
  );
}
