import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Allowance } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Placeholders } from '../../../shared/ui/placeholders.js';

const toTenths = (grams: number) => Math.round(grams * 10) / 10;

interface Props {
  hub: string;
  /** What stands below it: once it is known whether there is a limit, so that it does not jump. */
  children: ReactNode;
}

/** How much one may still print this month; nothing in a hub without a limit. */
export function AllowanceNotice({ hub, children }: Props) {
  const { data, isLoading } = useQuery({
    queryKey: [queryKeys.printJobs, 'allowance', hub],
    queryFn: ({ signal }) => api.get<Allowance>(`/hubs/${encodeURIComponent(hub)}/filament-allowance`, signal),
  });
  if (isLoading) return <Placeholders />;
  return (
    <>
      {data && <Left allowance={data} />}
      {children}
    </>
  );
}

function Left({ allowance: data }: { allowance: Allowance }) {
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
