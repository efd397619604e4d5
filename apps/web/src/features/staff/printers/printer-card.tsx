import { useIntl } from 'react-intl';
import type { Printer } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { canClearPlate } from '../../../shared/printers/can-clear-plate.js';
import { Camera } from '../../../shared/printers/camera/camera.js';
import { ClearPlateButton } from '../../../shared/printers/clear-plate-button.js';
import { PrinterStatePill } from '../../../shared/printers/printer-state-pill.js';
import { printerReasonKey } from '../../../shared/prints/history/cause-key.js';
import { PrintingProgress } from '../../../shared/prints/printing-progress.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { Notice } from '../../../shared/ui/notice.js';
import { PrinterControls } from './printer-controls.js';

interface Props {
  printer: Printer;
  timeZone: string;
}

export function PrinterCard({ printer, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const { current, outOfOrder, reason } = printer;
  return (
    <li className="card stack">
      <div className="spread">
        <h3>{printer.name}</h3>
        <span role="status">
          <PrinterStatePill state={printer.state} />
        </span>
      </div>
      {outOfOrder && <Notice tone="warning" title={outOfOrder.reason} live={false} />}
      {reason && printer.state !== 'idle' && (
        <p className="soft">{[t(printerReasonKey(reason.code)), reason.native].filter(Boolean).join(' ')}</p>
      )}
      {current && (
        <>
          <p className="printer-file">{current.isLocal ? t('printers.localPrint') : current.fileName}</p>
          <PrintingProgress label={t('print.progress')} share={current.progress} endsAt={current.endsAt} />
        </>
      )}
      {current?.delays && (
        <Notice
          tone="warning"
          title={t('printers.delays', {
            start: formats.time(current.delays.startsAt),
            until: formats.time(current.delays.until),
          })}
          live={false}
        />
      )}
      <Facts
        facts={[
          { label: t('printers.endsAt'), value: current?.endsAt ? formats.dayTime(current.endsAt) : null },
          { label: t('printer.material'), value: printer.loadedMaterial },
          ...useTemperatureFacts(printer),
        ]}
      />
      {canClearPlate(printer) && <ClearPlateButton printer={printer} />}
      <div className="button-row">
        <PrinterControls printer={printer} />
        <ButtonLink href={`/staff/printers/${printer.slug}`}>
          {t('care.title')}
          <span className="visually-hidden">{printer.name}</span>
        </ButtonLink>
        {printer.hasCamera && <Camera printer={printer.id} name={printer.name} timeZone={timeZone} />}
      </div>
    </li>
  );
}

function useTemperatureFacts({ temperatures }: Printer) {
  const t = useT();
  const intl = useIntl();
  if (!temperatures) return [];
  const celsius = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 0 });
  const pair = (now: number, target: number) =>
    target > 0 ? `${celsius(now)} / ${celsius(target)} °C` : `${celsius(now)} °C`;
  return [
    { label: t('print.nozzle'), value: pair(temperatures.nozzle, temperatures.nozzleTarget) },
    { label: t('print.bed'), value: pair(temperatures.bed, temperatures.bedTarget) },
  ];
}
