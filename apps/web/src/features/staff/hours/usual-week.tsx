import { useState } from 'react';
import type { Opening } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Section } from '../section.js';
import { UsualWeekDialog } from './usual-week-dialog.js';
import { WeekFacts } from './week-facts.js';

interface Props {
  opening: Opening;
  hub: HubSummary;
  mayChange: boolean;
}

/** The hours of a week in which nothing else holds. */
export function UsualWeek({ opening, hub, mayChange }: Props) {
  const t = useT();
  const [isChanging, setIsChanging] = useState(false);
  return (
    <Section title={t('hours.usual')}>
      <div className="card stack">
        <WeekFacts week={opening.week} />
        {mayChange && (
          <div>
            <Button onPress={() => setIsChanging(true)}>{t('hours.usualChange')}</Button>
          </div>
        )}
      </div>
      {isChanging && <UsualWeekDialog opening={opening} hub={hub} onClose={() => setIsChanging(false)} />}
    </Section>
  );
}
