import { useIntl } from 'react-intl';
import type { PrinterTemperatures } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { rowsOf } from './chart-geometry.js';

const mostRows = 30;

/** The chart in numbers, for whoever would rather read them, or cannot see it. */
export function TemperatureTable({ curve, timeZone }: { curve: PrinterTemperatures; timeZone: string }) {
  const t = useT();
  const intl = useIntl();
  const formats = useFormats(timeZone);
  const pair = (now: number, target: number) =>
    [now, target].map((value) => intl.formatNumber(value, { maximumFractionDigits: 0 })).join(' / ');
  return (
    <details>
      <summary>{t('temperatures.asTable')}</summary>
      <div className="temperature-table">
        <table>
          <caption className="visually-hidden">{t('temperatures.tableCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('temperatures.time')}</th>
              <th scope="col">{t('print.nozzle')}</th>
              <th scope="col">{t('print.bed')}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(curve.points, mostRows).map((point) => (
              <tr key={point.at}>
                <th scope="row">{formats.dayTime(point.at)}</th>
                <td>{pair(point.nozzle, point.nozzleTarget)}</td>
                <td>{pair(point.bed, point.bedTarget)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
