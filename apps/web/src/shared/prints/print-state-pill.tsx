import type { PrintJobState } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Pill, type PillTone } from '../ui/pill.js';

const tones: Partial<Record<PrintJobState, PillTone>> = {
  needs_changes: 'warning',
  rejected: 'error',
  dispatching: 'busy',
  printing: 'busy',
  paused: 'warning',
  attention: 'warning',
  awaiting_clear: 'good',
  done: 'good',
  failed: 'error',
};

export function PrintStatePill({ state }: { state: PrintJobState }) {
  const t = useT();
  return <Pill tone={tones[state] ?? 'neutral'}>{t(`printState.${state}`)}</Pill>;
}
