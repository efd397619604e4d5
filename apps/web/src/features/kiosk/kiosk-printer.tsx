import type { Board } from '#libs/contracts';
import { useT } from '../../shared/i18n/use-t.js';
import { PrinterStatePill } from '../../shared/printers/printer-state-pill.js';
import { PrintingProgress } from '../../shared/prints/printing-progress.js';

export function KioskPrinter({ printer }: { printer: Board['printers'][number] }) {
  const t = useT();
  return (
    <li className="kiosk-printer">
      <div className="kiosk-printer-head">
        <h3>{printer.name}</h3>
        <PrinterStatePill state={printer.state} />
      </div>
      {printer.isLocal && <p>{t('printers.localPrint')}</p>}
      {printer.progress !== null && (
        <PrintingProgress label={t('print.progress')} labelHidden share={printer.progress} endsAt={printer.endsAt} />
      )}
    </li>
  );
}
