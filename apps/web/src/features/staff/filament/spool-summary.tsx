import type { Spool } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { Facts } from '../../../shared/ui/facts.js';
import { Pill } from '../../../shared/ui/pill.js';
import { Progress } from '../../../shared/ui/progress.js';
import { usePrinters } from '../printers/use-printers.js';

/** How much is left of a spool, and where it is. */
export function SpoolSummary({ spool }: { spool: Spool }) {
  const t = useT();
  const formats = useFormats(useHubZone(spool.hub));
  const { remainingGrams, reservedGrams, archivedAt } = spool;
  const place = useSpoolPlace(spool);
  return (
    <>
      {archivedAt && (
        <div>
          <Pill tone="neutral">{t('filament.archivedAt', { when: formats.day(archivedAt) })}</Pill>
        </div>
      )}
      <Progress
        label={t('filament.left', { grams: remainingGrams })}
        share={Math.min(1, remainingGrams / spool.fullGrams)}
      />
      <Facts
        facts={[
          { label: t('filament.place'), value: place },
          {
            label: t('filament.reserved'),
            value: reservedGrams > 0 ? t('filament.grams', { grams: reservedGrams }) : null,
          },
          { label: t('filament.vendor'), value: [spool.vendor, spool.product].filter(Boolean).join(' ') },
          { label: t('filament.lot'), value: spool.lotNumber },
          { label: t('filament.note'), value: spool.note },
        ]}
      />
    </>
  );
}

/** The first place of a printer needs no number: most have no other. */
function useSpoolPlace({ hub, loaded, location }: Spool): string {
  const t = useT();
  const printers = usePrinters(hub);
  if (loaded === null) return location ?? t('filament.notLoaded');
  const printer = printers.data?.items.find(({ slug }) => slug === loaded.printer)?.name ?? loaded.printer;
  return loaded.tool === 0 ? printer : t('filament.placeOf', { printer, place: loaded.tool + 1 });
}
