import { useState } from 'react';
import type { SetUpHub, SetUpPool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { PoolDialog } from './pool-dialog.js';
import { useInLanguage } from './use-in-language.js';
import { useChangeSetUp } from './use-set-up-hub.js';

interface Props {
  pool: SetUpPool;
  /** How many things name it, the retired ones, too. */
  units: number;
  hub: SetUpHub['hub'];
  mayChange: boolean;
}

/** The name of a pool and what can be done with it; it goes only when nothing names it. */
export function PoolHead({ pool, units, hub, mayChange }: Props) {
  const t = useT();
  const read = useInLanguage();
  const [asking, setAsking] = useState<'change' | 'delete'>();
  const remove = useChangeSetUp(hub.slug);
  const name = read(pool.name);
  const close = () => setAsking(undefined);
  return (
    <div className="spread">
      <div>
        <h3>{name}</h3>
        <p className="soft">{read(pool.description) || t('things.anyOfThese')}</p>
      </div>
      {mayChange && (
        <div className="button-row">
          <Button onPress={() => setAsking('change')}>
            {t('things.poolChange')}
            <span className="visually-hidden"> {name}</span>
          </Button>
          {units === 0 && (
            <Button onPress={() => setAsking('delete')}>
              {t('things.poolDelete')}
              <span className="visually-hidden"> {name}</span>
            </Button>
          )}
        </div>
      )}
      {asking === 'change' && <PoolDialog hub={hub} pool={pool} onClose={close} />}
      {asking === 'delete' && (
        <ConfirmDialog
          title={t('things.poolDeleteTitle', { name })}
          action={t('things.poolDelete')}
          danger
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ kind: 'delete-pool', slug: pool.slug }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </div>
  );
}
