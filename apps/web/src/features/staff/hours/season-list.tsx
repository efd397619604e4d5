import { useMemo, useState } from 'react';
import type { Opening } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Section } from '../section.js';
import { SeasonDialog } from './season-dialog.js';
import { SeasonRow } from './season-row.js';
import { UsualAgainDialog } from './usual-again-dialog.js';

interface Props {
  opening: Opening;
  hub: HubSummary;
  mayChange: boolean;
}

/** Parts of the year with a week of their own, every year. */
export function SeasonList({ opening, hub, mayChange }: Props) {
  const t = useT();
  /** A place in the list; the one behind the last is a new season. */
  const [editing, setEditing] = useState<number>();
  const [leaving, setLeaving] = useState<number>();
  const { seasons } = opening;
  const without = useMemo(() => ({ seasons: seasons.filter((_, index) => index !== leaving) }), [seasons, leaving]);
  return (
    <Section title={t('hours.seasons')} count={seasons.length}>
      <p className="soft">{t('hours.seasonsLead')}</p>
      {seasons.length === 0 && <Empty text={t('hours.noSeasons')} />}
      <ul className="stack-tight">
        {seasons.map((season, index) => (
          <SeasonRow
            key={`${season.name} ${season.from}`}
            season={season}
            {...(mayChange && { onChange: () => setEditing(index), onRemove: () => setLeaving(index) })}
          />
        ))}
      </ul>
      {mayChange && (
        <div>
          <Button onPress={() => setEditing(seasons.length)}>{t('hours.seasonNew')}</Button>
        </div>
      )}
      {editing !== undefined && (
        <SeasonDialog place={editing} opening={opening} hub={hub} onClose={() => setEditing(undefined)} />
      )}
      {leaving !== undefined && (
        <UsualAgainDialog
          title={t('hours.seasonRemove', { name: seasons[leaving]?.name ?? '' })}
          wish={without}
          opening={opening}
          hub={hub}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Section>
  );
}
