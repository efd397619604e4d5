import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CareState, PrinterCare } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Pill, type PillTone } from '../../../shared/ui/pill.js';
import { Section } from '../section.js';
import { TaskDoneDialog } from './task-done-dialog.js';
import { useChangeCare } from './use-printer-care.js';

type Task = PrinterCare['tasks'][number];

const tones: Record<CareState, PillTone> = { ok: 'good', soon: 'neutral', due: 'warning', overdue: 'error' };

export function CareTasks({ slug, tasks }: { slug: string; tasks: readonly Task[] }) {
  const t = useT();
  return (
    <Section title={t('care.tasks')} count={tasks.length}>
      {tasks.length === 0 ? (
        <Empty text={t('care.noTasks')} />
      ) : (
        <ul className="stack">
          {tasks.map((task) => (
            <TaskCard key={task.id} slug={slug} task={task} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function TaskCard({ slug, task }: { slug: string; task: Task }) {
  const t = useT();
  const intl = useIntl();
  const [asking, setAsking] = useState<'done' | 'retire' | null>(null);
  const change = useChangeCare(slug);
  const used = intl.formatNumber(task.used, { maximumFractionDigits: task.everyHours === null ? 0 : 1 });
  const close = () => setAsking(null);
  return (
    <li className="card stack-tight">
      <div className="spread">
        <h3>{task.name}</h3>
        <Pill tone={tones[task.state]}>{t(`careState.${task.state}`)}</Pill>
      </div>
      <p>
        {task.everyHours === null
          ? t('care.everyPrints', { used, every: task.everyPrints ?? 0 })
          : t('care.everyHours', { used, every: task.everyHours })}
      </p>
      {task.stopsPrinter && <p className="soft">{t('care.stops')}</p>}
      <div className="button-row">
        <Button tone="primary" onPress={() => setAsking('done')}>
          {t('care.done')}
          <span className="visually-hidden">{task.name}</span>
        </Button>
        <Button onPress={() => setAsking('retire')}>
          {t('care.retire')}
          <span className="visually-hidden">{task.name}</span>
        </Button>
      </div>
      {asking === 'done' && (
        <TaskDoneDialog
          name={task.name}
          isPending={change.isPending}
          error={change.error}
          onDone={(note) =>
            change.mutate({ kind: 'done', id: task.id, body: note === '' ? {} : { note } }, { onSuccess: close })
          }
          onClose={close}
        />
      )}
      {asking === 'retire' && (
        <ConfirmDialog
          title={t('care.retireTitle', { name: task.name })}
          action={t('care.retire')}
          danger
          isPending={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate({ kind: 'retire', id: task.id }, { onSuccess: close })}
          onClose={close}
        >
          <p>{t('care.retireText')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
