import { useIntl } from 'react-intl';
import type { PrinterTemperatures } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { useMedia } from '../../../shared/ui/use-media.js';
import { chartHeight, chartWidths, pathOf, scaleOf, type Heater } from './chart-geometry.js';

const heaters: readonly Heater[] = ['nozzle', 'bed'];

/** Two curves and their targets; what they say stands beside them in words and numbers. */
export function TemperatureChart({ curve, timeZone }: { curve: PrinterTemperatures; timeZone: string }) {
  const t = useT();
  const intl = useIntl();
  const formats = useFormats(timeZone);
  const width = useMedia('(max-width: 40rem)') ? chartWidths.phone : chartWidths.desk;
  const scale = scaleOf(curve, width);
  const celsius = (value: number) => `${intl.formatNumber(value, { maximumFractionDigits: 0 })}\u00a0°C`;
  const summaryOf = (heater: Heater) =>
    t('temperatures.summary', {
      heater: t(`print.${heater}`),
      now: celsius(curve.points.at(-1)?.[heater] ?? 0),
      lowest: celsius(Math.min(...curve.points.map((point) => point[`${heater}Min`]))),
      highest: celsius(Math.max(...curve.points.map((point) => point[`${heater}Max`]))),
    });
  return (
    <figure className="temperature-chart">
      <svg
        viewBox={`-44 -8 ${width + 52} ${chartHeight + 34}`}
        role="img"
        aria-label={heaters.map(summaryOf).join(' ')}
      >
        {scale.grid.map((line) => (
          <g key={line}>
            <line className="temperature-grid" x1={0} x2={width} y1={scale.y(line)} y2={scale.y(line)} />
            <text className="temperature-degrees" x={-8} y={scale.y(line) + 4}>
              {line}
            </text>
          </g>
        ))}
        {heaters.map((heater) => (
          <g key={heater} className={`temperature-${heater}`}>
            <path className="temperature-target" d={pathOf(curve, scale, (point) => point[`${heater}Target`])} />
            <path className="temperature-line" d={pathOf(curve, scale, (point) => point[heater])} />
          </g>
        ))}
        <text className="temperature-time" x={-40} y={chartHeight + 20}>
          {formats.dayTime(curve.from)}
        </text>
        <text className="temperature-time temperature-time-end" x={width} y={chartHeight + 20}>
          {formats.dayTime(curve.to)}
        </text>
      </svg>
      <figcaption>
        <ul className="stack-tight">
          {heaters.map((heater) => (
            <li key={heater} className={`temperature-key temperature-${heater}`}>
              <svg viewBox="0 0 32 8" aria-hidden="true">
                <path className="temperature-line" d="M0 4H32" />
              </svg>
              {summaryOf(heater)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
