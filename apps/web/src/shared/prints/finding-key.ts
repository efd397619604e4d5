import type { MessageKey } from '../i18n/messages/fi.js';

const known: Record<string, MessageKey> = {
  'print.unsafe_command': 'finding.unsafeCommand',
  'print.too_hot': 'finding.tooHot',
  'print.out_of_bed': 'finding.outOfBed',
  'print.truncated': 'finding.truncated',
  'print.unreadable_move': 'finding.unreadableMove',
  'print.no_heating': 'finding.noHeating',
  'print.other_printer': 'finding.otherPrinter',
  'print.material_unknown': 'finding.materialUnknown',
  'print.needs_slicing': 'finding.needsSlicing',
  'print.not_enough_filament': 'finding.notEnoughFilament',
  'print.open_model': 'finding.openModel',
};

/** The sentence for a finding's code; one that says the code itself for a kind this page does not know yet. */
export function findingKey(code: string): MessageKey {
  return known[code] ?? 'finding.other';
}
