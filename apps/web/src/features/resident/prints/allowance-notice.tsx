import { useQuery } from '@tanstack/react-query';
import type { Allowance } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';

/** How much one may still print this month; nothing in a hub without a limit. */
export function AllowanceNotice({ hub }: { hub: string }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: [queryKeys.printJobs, 'allowance', hub],
    queryFn: ({ signal }) => api.get<Allowance>(`/hubs/${encodeURIComponent(hub)}/filament-allowance`, signal),
  });
  if (!data || data.allowanceGrams === null || data.leftGrams === null) return null;
  const { allowanceGrams: allowance, usedGrams: used, pendingGrams: pending, leftGrams: grams } = data;
  const isLeft = grams > 0;
  return (
    <Notice
      tone={isLeft ? 'info' : 'warning'}
      live={false}
      title={t(isLeft ? 'allowance.left' : 'allowance.none', { grams })}
    >
      <p>{t('allowance.detail', { allowance, used, pending })}</p>
    </Notice>
  );
}
