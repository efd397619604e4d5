import type { PrintJobState } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';

const steps = ['analysis', 'review', 'queue', 'printing', 'ready'] as const;
type Step = (typeof steps)[number];

const stepOf: Partial<Record<PrintJobState, Step>> = {
  uploaded: 'analysis',
  analysing: 'analysis',
  awaiting_review: 'review',
  needs_changes: 'review',
  rejected: 'review',
  queued: 'queue',
  dispatching: 'queue',
  printing: 'printing',
  paused: 'printing',
  attention: 'printing',
  unknown: 'printing',
  awaiting_clear: 'ready',
  done: 'ready',
};

/** The way of a print from file to shelf, and where this one is. Nothing for one that ended on the way. */
export function PrintSteps({ state }: { state: PrintJobState }) {
  const t = useT();
  const current = stepOf[state];
  if (!current) return null;
  const reached = steps.indexOf(current);
  return (
    <ol className="print-steps" aria-label={t('print.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < reached ? 'print-step print-step-past' : 'print-step'}
          aria-current={index === reached ? 'step' : undefined}
        >
          {t(`printStep.${step}`)}
        </li>
      ))}
    </ol>
  );
}
