import { Link } from 'wouter';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { useDueCare } from './use-printer-care.js';

/** What the printers need today, each with the way to its page; nothing when all is done. */
export function DueCareNotice({ hub }: { hub: string }) {
  const t = useT();
  const due = useDueCare(hub).data?.items ?? [];
  if (due.length === 0) return null;
  return (
    <Notice tone="warning" title={t('care.dueTitle')}>
      <ul>
        {due.map(({ task, printer, state }) => (
          <li key={task.id}>
            <Link href={`/staff/printers/${printer.slug}`}>
              {printer.name}: {task.name}
            </Link>
            {state === 'overdue' && ` (${t('careState.overdue').toLowerCase()})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
