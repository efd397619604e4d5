import type { Printer } from '#libs/contracts';
import { useLive } from '../../../shared/api/use-live.js';
import { isStaff, useMe } from '../../../shared/api/use-me.js';
import { usePrinter } from '../../../shared/api/use-printer.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { canClearPlate } from '../../../shared/printers/can-clear-plate.js';
import { ClearPlateButton } from '../../../shared/printers/clear-plate-button.js';
import { PrinterStatePill } from '../../../shared/printers/printer-state-pill.js';
import { PrintingProgress } from '../../../shared/prints/printing-progress.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ReportFault } from './report-fault.js';

/** Where the code on a printer leads. */
export default function PrinterPage({ slug }: { slug: string }) {
  const t = useT();
  const printer = usePrinter(slug);
  useLive(['printers']);
  return (
    <Page title={printer.data?.name ?? t('printer.title')}>
      <QueryView query={printer}>{(data) => <PrinterCard printer={data} />}</QueryView>
    </Page>
  );
}

function PrinterCard({ printer }: { printer: Printer }) {
  const t = useT();
  const me = useMe();
  return (
    <section className="card stack" aria-label={printer.name}>
      <div role="status">
        <PrinterStatePill state={printer.state} />
      </div>
      {printer.outOfOrder && <Notice tone="warning" title={printer.outOfOrder.reason} live={false} />}
      {printer.current?.isLocal && <p>{t('printers.localPrint')}</p>}
      {printer.current && (
        <PrintingProgress
          label={t('print.progress')}
          share={printer.current.progress}
          endsAt={printer.current.endsAt}
        />
      )}
      <Facts
        facts={[
          { label: t('printer.model'), value: printer.model },
          { label: t('printer.material'), value: printer.loadedMaterial },
        ]}
      />
      <div className="button-row">
        {isStaff(me.data) && canClearPlate(printer) && <ClearPlateButton printer={printer} />}
        <ButtonLink href="/prints/new">{t('home.sendPrint')}</ButtonLink>
      </div>
      <ReportFault hub={printer.hub} resource={printer.slug} name={printer.name} />
    </section>
  );
}
