import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { SetupDraft } from './setup-draft.js';
import '../numbers/machine-numbers.css';

interface Props {
  draft: SetupDraft;
  set: (part: Partial<SetupDraft>) => void;
  field: (name: keyof SetupDraft) => { value: string; onChange: (text: string) => void };
}

const numbers = ['bedX', 'bedY', 'bedZ', 'nozzle', 'maxNozzle', 'maxBed'] as const;

/** What kind of machine it is, and what it can bear. */
export function MachineFields({ draft, set, field }: Props) {
  const t = useT();
  return (
    <>
      <TextField label={t('setup.model')} isRequired maxLength={100} {...field('model')} />
      <div className="machine-numbers">
        {numbers.map((name) => (
          <TextField
            key={name}
            label={t(`setup.${name}`)}
            isRequired
            inputMode="decimal"
            pattern="[0-9]+([.,][0-9]+)?"
            {...field(name)}
          />
        ))}
      </div>
      <ChoiceGroup
        label={t('setup.unattended')}
        value={draft.unattended}
        choices={[
          { value: 'no', content: t('setup.onlyOpen') },
          { value: 'yes', content: t('setup.anyTime') },
        ]}
        onChange={(unattended) => set({ unattended: unattended === 'yes' ? 'yes' : 'no' })}
      />
    </>
  );
}
