import { useState } from 'react';
import type { Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { usePrinters } from '../printers/use-printers.js';
import { LoadSpoolDialog } from './load-spool-dialog.js';
import { useSpoolAct } from './use-filament.js';
import { WeighSpoolDialog } from './weigh-spool-dialog.js';

/** What can be done with a spool where it is now. */
export function SpoolActs({ spool }: { spool: Spool }) {
  const t = useT();
  const [asking, setAsking] = useState<'load' | 'weigh' | null>(null);
  const printers = usePrinters(spool.hub);
  const act = useSpoolAct(spool);
  const close = () => setAsking(null);
  const which = <span className="visually-hidden">{t('filament.spool', { number: spool.number })}</span>;
  // What the last act has made possible is there before all else has been fetched again: it may be pressed at once.
  const at = (kind: 'unload' | 'archive' | 'restore') => (
    <Button isPending={act.isPending && act.variables.kind === kind} onPress={() => act.mutate({ kind })}>
      {t(`filament.${kind}`)}
      {which}
    </Button>
  );
  return (
    <>
      {act.error && <ProblemNotice error={act.error} />}
      <div className="button-row">
        {spool.archivedAt ? (
          at('restore')
        ) : (
          <>
            <Button onPress={() => setAsking('load')}>
              {t(spool.loaded ? 'filament.move' : 'filament.load')}
              {which}
            </Button>
            {spool.loaded && at('unload')}
            <Button onPress={() => setAsking('weigh')}>
              {t('filament.weigh')}
              {which}
            </Button>
            {!spool.loaded && at('archive')}
          </>
        )}
      </div>
      {asking === 'load' && <LoadSpoolDialog spool={spool} printers={printers.data?.items ?? []} onClose={close} />}
      {asking === 'weigh' && <WeighSpoolDialog spool={spool} onClose={close} />}
    </>
  );
}
