import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { useFilamentOverview } from './use-filament.js';

/** What is running low, and which print waits for which spool; nothing when all is well. */
export function FilamentNotice({ hub }: { hub: string }) {
  const t = useT();
  const { data } = useFilamentOverview(hub);
  const low = data?.low ?? [];
  const shortages = data?.shortages ?? [];
  return (
    <>
      {shortages.length > 0 && (
        <Notice tone="warning" title={t('filament.shortage', { count: shortages.length })}>
          <ul>
            {shortages.map(({ printJobId, material, grams, spools }) => (
              <li key={printJobId}>
                {t('filament.needs', { grams, material: material ?? '' })}
                {spools.map((spool) => (
                  <span key={spool.number}>
                    {' '}
                    {t('filament.has', { number: spool.number, printer: spool.printer, grams: spool.freeGrams })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {low.length > 0 && (
        <Notice tone="warning" title={t('filament.lowTitle')}>
          <ul>
            {low.map(({ material, grams }) => (
              <li key={material}>{t('filament.lowLine', { material, grams })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
