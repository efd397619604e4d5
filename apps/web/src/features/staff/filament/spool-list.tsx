import { useState } from 'react';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { SpoolCard } from './spool-card.js';
import { useSpools } from './use-filament.js';

export function SpoolList({ hub }: { hub: string }) {
  const t = useT();
  const [archived, setArchived] = useState(false);
  const spools = useSpools(hub, { archived });
  return (
    <Section title={t('filament.spools')} count={spools.data?.items.length}>
      <QueryView query={spools} placeholders={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('filament.none')} />
          ) : (
            <ul className="spools">
              {items.map((spool) => (
                <SpoolCard key={spool.id} spool={spool} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <div>
        <Button tone="quiet" onPress={() => setArchived(!archived)}>
          {t(archived ? 'filament.archivedHide' : 'filament.archivedShow')}
        </Button>
      </div>
    </Section>
  );
}
