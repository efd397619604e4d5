import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Form } from 'react-aria-components/Form';
import type { PrinterFacts } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { NumberField } from '../numbers/number-field.js';
import { SaveOutcome } from '../save-outcome.js';
import { draftOf, factLimits, factsOf, numberFacts, type FactsDraft } from './facts-draft.js';
import { useSavePrinterFacts } from './use-printer-facts.js';
import './printer-facts.css';

interface Props {
  slug: string;
  facts: PrinterFacts;
  /** What holds now, when somebody else was faster. */
  reload: () => Promise<PrinterFacts | undefined>;
}

export function PrinterFactsForm({ slug, facts, reload }: Props) {
  const t = useT();
  const intl = useIntl();
  const write = (value: number) => intl.formatNumber(value, { useGrouping: false, maximumFractionDigits: 2 });
  const [draft, setDraft] = useState(() => draftOf(facts, write));
  const save = useSavePrinterFacts(slug);
  const set = (part: Partial<FactsDraft>) => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const send = () => {
    const changed = factsOf(draft);
    if (changed !== undefined) save.mutate(changed, { onSuccess: (saved) => setDraft(draftOf(saved, write)) });
  };
  const takeCurrent = async () => {
    const current = await reload();
    if (current === undefined) return;
    save.reset();
    setDraft(draftOf(current, write));
  };
  return (
    <Form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
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
        onChange={(origin) => set({ bedOrigin: origin as PrinterFacts['bedOrigin'] })}
      />
      <ChoiceGroup
        label={t('machine.unattended')}
        value={draft.unattendedAllowed ? 'yes' : 'no'}
        choices={(['yes', 'no'] as const).map((answer) => ({ value: answer, content: t(`machine.${answer}`) }))}
        onChange={(answer) => set({ unattendedAllowed: answer === 'yes' })}
      />
      <SaveOutcome save={save} savedText={t('machine.saved')} onReload={() => void takeCurrent()} />
      <div>
        <Button type="submit" tone="primary" isPending={save.isPending}>
          {t('devices.save')}
        </Button>
      </div>
    </Form>
  );
}
