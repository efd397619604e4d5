import type { ReactNode } from 'react';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { usePrinter } from '../../../shared/api/use-printer.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Together } from '../../../shared/ui/together.js';
import { AlarmNotice } from '../alarms/alarm-notice.js';
import { useAlarms } from '../alarms/use-alarms.js';
import { Camera } from '../../../shared/printers/camera/camera.js';
import { InStaffHub } from '../in-staff-hub.js';
import { PrinterTemperaturesSection } from '../temperatures/printer-temperatures.js';
import { firstHours, useTemperatures } from '../temperatures/use-temperatures.js';
import { usePrinterFacts } from '../printer-facts/use-printer-facts.js';
import { PrinterFactsSection } from '../printer-facts/printer-facts-section.js';
import { PrinterConnection } from '../printer-setup/printer-connection.js';
import { usePrinterSetup } from '../printer-setup/use-printer-setup.js';
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
      <InStaffHub>
        {(hub) => (
          <Machine slug={slug} hub={hub}>
            {printer.data?.hasCamera && <Camera printer={slug} timeZone={hub.timeZone} />}
            <Care slug={slug} hub={hub} />
          </Machine>
        )}
      </InStaffHub>
    </Page>
  );
}

interface MachineProps {
  slug: string;
  hub: HubSummary;
  children: ReactNode;
}

/** Waits for all that stands above something else. */
function Machine({ slug, hub, children }: MachineProps) {
  const queries = [
    usePrinter(slug),
    usePrinterCare(slug),
    useAlarms(hub.slug),
    useTemperatures(slug, firstHours),
    usePrinterSetup(slug),
    usePrinterFacts(slug),
  ];
  return <Together queries={queries}>{children}</Together>;
}

function Care({ slug, hub }: { slug: string; hub: HubSummary }) {
  const { timeZone } = hub;
  const care = usePrinterCare(slug);
  useLive(['printers']);
  return (
    <QueryView query={care}>
      {({ usage, tasks, history }) => (
        <div className="people-lists">
          <AlarmNotice hub={hub.slug} timeZone={timeZone} printer={slug} />
          <PrinterTemperaturesSection slug={slug} timeZone={timeZone} />
          <PrinterConnection slug={slug} timeZone={timeZone} />
          <PrinterNumbers usage={usage} />
          <CareTasks slug={slug} tasks={tasks} />
          <NewTaskForm slug={slug} />
          <CareHistory history={history} timeZone={hub.timeZone} />
          <PrinterFactsSection slug={slug} hub={hub} />
        </div>
      )}
    </QueryView>
  );
}
