import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Person } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { useChangePerson } from './use-person.js';

interface Props {
  person: Person;
  hub: HubSummary;
}

const dayMs = 24 * 60 * 60_000;
/** Days; `0` is without an end. */
const lengths = ['7', '30', '90', '0'] as const;

/** Why and until when somebody may book and print nothing. */
export function PersonBlocks({ person, hub }: Props) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const [asking, setAsking] = useState(false);
  const change = useChangePerson(person.id);
  return (
    <Section title={t('person.blocks')}>
      {person.blocks.length === 0 && <Empty text={t('person.noBlocks')} />}
      {person.blocks.map(({ id, reason, until }) => (
        <Notice key={id} tone="warning" title={reason} live={false}>
          <p>{until === null ? t('person.noEnd') : t('person.until', { when: formats.dayTime(until) })}</p>
          <Button isPending={change.isPending} onPress={() => change.mutate({ kind: 'unblock', block: id })}>
            {t('person.unblock')}
          </Button>
        </Notice>
      ))}
      {change.error && <ProblemNotice error={change.error} />}
      <div>
        <Button tone="danger" onPress={() => setAsking(true)}>
          {t('person.block')}
        </Button>
      </div>
      {asking && <BlockDialog person={person} hub={hub} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function BlockDialog({ person, hub, onClose }: Props & { onClose: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [days, setDays] = useState<string>(lengths[0]);
  const change = useChangePerson(person.id);
  const block = () => {
    const until = days === '0' ? {} : { until: new Date(Date.now() + Number(days) * dayMs).toISOString() };
    change.mutate({ kind: 'block', body: { hub: hub.slug, reason: reason.trim(), ...until } }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('person.blockTitle', { name: person.displayName })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          block();
        }}
      >
        <TextField
          label={t('review.reason')}
          hint={t('person.blockHint')}
          multiline
          isRequired
          autoFocus
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <ChoiceGroup
          label={t('person.blockLength')}
          value={days}
          onChange={setDays}
          choices={lengths.map((value) => ({ value, content: t('person.days', { days: Number(value) }) }))}
        />
        {change.error && <ProblemNotice error={change.error} />}
        <div className="button-row">
          <Button type="submit" tone="danger" isPending={change.isPending}>
            {t('person.block')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
