import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { useChangeCare } from './use-printer-care.js';

const empty = { name: '', every: '', unit: 'hours', stops: 'no' };

/** What is to be done again and again: grease the axes every 200 hours. */
export function NewTaskForm({ slug }: { slug: string }) {
  const t = useT();
  const [task, setTask] = useState(empty);
  const change = useChangeCare(slug);
  const set = (part: Partial<typeof empty>) => setTask({ ...task, ...part });
  const add = () => {
    const every = Number(task.every);
    const interval = task.unit === 'hours' ? { everyHours: every } : { everyPrints: every };
    change.mutate(
      { kind: 'add', task: { name: task.name.trim(), ...interval, stopsPrinter: task.stops === 'yes' } },
      { onSuccess: () => setTask(empty) },
    );
  };
  return (
    <Section title={t('care.newTask')}>
      <Form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('care.name')}
          hint={t('care.nameHint')}
          isRequired
          maxLength={200}
          value={task.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={t('care.interval')}
          isRequired
          inputMode="numeric"
          pattern="[1-9][0-9]{0,4}"
          value={task.every}
          onChange={(every) => set({ every })}
        />
        <ChoiceGroup
          label={t('care.unit')}
          value={task.unit}
          choices={[
            { value: 'hours', content: t('care.unitHours') },
            { value: 'prints', content: t('care.unitPrints') },
          ]}
          onChange={(unit) => set({ unit })}
        />
        <ChoiceGroup
          label={t('care.whenDue')}
          value={task.stops}
          choices={[
            { value: 'no', content: t('care.onlyTell') },
            { value: 'yes', content: t('care.stop') },
          ]}
          onChange={(stops) => set({ stops })}
        />
        {change.error && <ProblemNotice error={change.error} />}
        <div>
          <Button type="submit" isPending={change.isPending}>
            {t('care.add')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
