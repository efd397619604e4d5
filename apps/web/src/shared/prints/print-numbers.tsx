import { useIntl } from 'react-intl';
import type { PrintAnalysis } from '#libs/contracts';
import { useDuration } from '../i18n/use-duration.js';
import { useT } from '../i18n/use-t.js';
import { Facts } from '../ui/facts.js';

interface Props {
  analysis: PrintAnalysis;
  /** Size, layers, temperatures as well: what staff look at before they approve. */
  full?: boolean;
}

/** What the file itself says: time, plastic, size. */
export function PrintNumbers({ analysis, full = false }: Props) {
  const t = useT();
  const intl = useIntl();
  const duration = useDuration();
  const materials = [...new Set(analysis.filaments.map(({ material }) => material).filter((name) => name !== null))];
  const number = (value: number, digits: number) => intl.formatNumber(value, { maximumFractionDigits: digits });
  const basic = [
    { label: t('print.time'), value: analysis.estimatedSeconds === null ? null : duration(analysis.estimatedSeconds) },
    { label: t('print.grams'), value: analysis.totalGrams === null ? null : `${number(analysis.totalGrams, 1)} g` },
    { label: t('print.material'), value: materials.join(', ') },
  ];
  const celsius = (value: number | null) => (value === null ? null : `${number(value, 0)} °C`);
  const more = [
    { label: t('print.size'), value: sizeOf(analysis, number) },
    {
      label: t('print.layer'),
      value: analysis.layerHeightMillimetres === null ? null : `${number(analysis.layerHeightMillimetres, 2)} mm`,
    },
    { label: t('print.nozzle'), value: celsius(analysis.maxNozzleCelsius) },
    { label: t('print.bed'), value: celsius(analysis.maxBedCelsius) },
    { label: t('print.slicedFor'), value: analysis.printerModel },
    { label: t('print.slicer'), value: analysis.slicer && `${analysis.slicer.name} ${analysis.slicer.version ?? ''}` },
  ];
  return <Facts facts={full ? [...basic, ...more] : basic} />;
}

function sizeOf({ boundingBox }: PrintAnalysis, number: (value: number, digits: number) => string): string | null {
  if (!boundingBox) return null;
  const { min, max } = boundingBox;
  return `${[max.x - min.x, max.y - min.y, max.z - min.z].map((side) => number(side, 0)).join(' × ')} mm`;
}
