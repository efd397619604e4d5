import type { Allowance } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';

const toTenths = (grams: number) => Math.round(grams * 10) / 10;

/** How much one may still print this month; nothing in a hub without a limit. */
export function AllowanceNotice({ allowance: data }: { allowance: Allowance }) {
  const t = useT();
  if (data.allowanceGrams === null || data.leftGrams === null) return null;
  const { allowanceGrams: allowance, usedGrams, pendingGrams, leftGrams } = data;
  const grams = toTenths(leftGrams);
  const isLeft = grams > 0;
  return (
    <Notice
      tone={isLeft ? 'info' : 'warning'}
      live={false}
      title={t(isLeft ? 'allowance.left' : 'allowance.none', { grams })}
    >
      <p>{t('allowance.detail', { allowance, used: toTenths(usedGrams), pending: toTenths(pendingGrams) })}</p>
    </Notice>
  );
}
