import type { PrinterState } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Pill, type PillTone } from '../ui/pill.js';

const tones: Record<PrinterState, PillTone> = {
  offline: 'error',
  starting: 'neutral',
  idle: 'good',
  preparing: 'busy',
  printing: 'busy',
  paused: 'warning',
  attention: 'warning',
  cancelling: 'neutral',
  awaiting_clear: 'warning',
  error: 'error',
  unknown: 'neutral',
};

export function PrinterStatePill({ state }: { state: PrinterState }) {
  const t = useT();
  return <Pill tone={tones[state]}>{t(`printerState.${state}`)}</Pill>;
}
