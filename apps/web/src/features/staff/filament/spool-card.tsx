import { useState } from 'react';
import type { Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { Progress } from '../../../shared/ui/progress.js';
import { usePrinters } from '../printers/use-printers.js';
import { LoadSpoolDialog } from './load-spool-dialog.js';
import { useSpoolAct } from './use-filament.js';
import { WeighSpoolDialog } from './weigh-spool-dialog.js';

export function SpoolCard({ spool }: { spool: Spool }) {
  const t = useT();
  const [asking, setAsking] = useState<'load' | 'weigh' | null>(null);
  const printers = usePrinters(spool.hub);
  const act = useSpoolAct(spool);
  const close = () => setAsking(null);
  const { loaded, colorHex, remainingGrams, reservedGrams } = spool;
  const which = <span className="visually-hidden">{t('filament.spool', { number: spool.number })}</span>;
  const printer = printers.data?.items.find(({ slug }) => slug === loaded?.printer)?.name ?? loaded?.printer;
  return (
    <li className="card stack">
      <h3 className="spool-name">
        {colorHex && <span className="spool-color" style={{ background: `#${colorHex}` }} aria-hidden="true" />}
        {[t('filament.spool', { number: spool.number }), spool.material, spool.colorName].filter(Boolean).join(' · ')}
      </h3>
      <Progress
        label={t('filament.left', { grams: remainingGrams })}
        share={Math.min(1, remainingGrams / spool.fullGrams)}
      />
      <Facts
        facts={[
          { label: t('filament.place'), value: printer ?? spool.location ?? t('filament.notLoaded') },
          {
            label: t('filament.reserved'),
            value: reservedGrams > 0 ? t('filament.grams', { grams: reservedGrams }) : null,
          },
          { label: t('filament.vendor'), value: [spool.vendor, spool.product].filter(Boolean).join(' ') },
        ]}
      />
      {act.error && <ProblemNotice error={act.error} />}
      <div className="button-row">
        {loaded ? (
          <Button isPending={act.isPending} onPress={() => act.mutate({ kind: 'unload' })}>
            {t('filament.unload')}
            {which}
          </Button>
        ) : (
          <Button onPress={() => setAsking('load')}>
            {t('filament.load')}
            {which}
          </Button>
        )}
        <Button onPress={() => setAsking('weigh')}>
          {t('filament.weigh')}
          {which}
        </Button>
        {!loaded && (
          <Button isPending={act.isPending} onPress={() => act.mutate({ kind: 'archive' })}>
            {t('filament.archive')}
            {which}
          </Button>
        )}
      </div>
      {asking === 'load' && <LoadSpoolDialog spool={spool} printers={printers.data?.items ?? []} onClose={close} />}
      {asking === 'weigh' && <WeighSpoolDialog spool={spool} onClose={close} />}
    </li>
  );
}
