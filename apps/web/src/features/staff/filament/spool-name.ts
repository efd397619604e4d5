import type { Spool } from '#libs/contracts';
import type { Translate } from '../../../shared/i18n/use-t.js';

/** "Rulla 3 · PETG · sininen" */
export function spoolName(t: Translate, { number, material, colorName }: Spool): string {
  return [t('filament.spool', { number }), material, colorName].filter(Boolean).join(' · ');
}
