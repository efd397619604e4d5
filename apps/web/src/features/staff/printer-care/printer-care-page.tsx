import type { Me } from '#libs/contracts';
import { useHubs } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { isStaff } from '../../../shared/api/use-me.js';
import { usePrinter } from '../../../shared/api/use-printer.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { staffHub } from '../staff-hub.js';
import { CareHistory } from './care-history.js';
import { CareTasks } from './care-tasks.js';
import { NewTaskForm } from './new-task-form.js';
import { PrinterNumbers } from './printer-numbers.js';
import { usePrinterCare } from './use-printer-care.js';
import '../staff.css';
import '../people/people.css';

/** One printer as a machine: what it has worked, what it needs, and what was done to it. */
export default function PrinterCarePage({ slug }: { slug: string }) {
  const t = useT();
  const printer = usePrinter(slug);
  return (
    <Page
      title={printer.data?.name ?? t('printer.title')}
      aside={<ButtonLink href="/staff">{t('staff.title')}</ButtonLink>}
    >
      <RequireSignIn reason={t('staff.signInReason')}>
        {(me) => (isStaff(me) ? <Care me={me} slug={slug} /> : <Notice tone="warning" title={t('staff.notStaff')} />)}
      </RequireSignIn>
    </Page>
  );
}

function Care({ me, slug }: { me: Me; slug: string }) {
  const t = useT();
  const care = usePrinterCare(slug);
  const hubs = useHubs();
  useLive(['printers']);
  return (
    <QueryView query={hubs}>
      {({ items }) => {
        const hub = staffHub(me, items);
        if (!hub) return <Empty text={t('home.noHubs')} />;
        return (
          <QueryView query={care}>
            {({ usage, tasks, history }) => (
              <div className="people-lists">
                <PrinterNumbers usage={usage} />
                <CareTasks slug={slug} tasks={tasks} />
                <NewTaskForm slug={slug} />
                <CareHistory history={history} timeZone={hub.timeZone} />
              </div>
            )}
          </QueryView>
        );
      }}
    </QueryView>
  );
}
