import { useState } from 'react';
import type { CreateSeries, SeriesPreview } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Notice } from '../../../shared/ui/notice.js';
import { DateList } from './date-list.js';

interface Props {
  dates: SeriesPreview['items'];
  timeZone: string;
  isPending: boolean;
  onMake: (mode: CreateSeries['mode']) => void;
}

/** Every date before it is made, and what becomes of those that cannot be had. */
export function PreviewedSeries({ dates, timeZone, isPending, onMake }: Props) {
  const t = useT();
  const [mode, setMode] = useState<CreateSeries['mode']>('all_or_nothing');
  const conflicts = dates.filter(({ reasons }) => reasons.length > 0).length;
  const count = mode === 'skip_conflicts' ? dates.length - conflicts : dates.length;
  return (
    <>
      <div role="status">
        {conflicts === 0 ? (
          <Notice tone="good" title={t('series.allFit', { count: dates.length })} live={false} />
        ) : (
          <Notice tone="warning" title={t('series.someFit', { count: dates.length, conflicts })} live={false} />
        )}
      </div>
      <DateList dates={dates.map(({ reasons, ...to }) => ({ to, reasons }))} timeZone={timeZone} />
      {conflicts > 0 && (
        <ChoiceGroup
          label={t('series.mode')}
          value={mode}
          choices={[
            { value: 'all_or_nothing', content: t('series.allOrNothing') },
            { value: 'skip_conflicts', content: t('series.skip') },
          ]}
          onChange={(value) => setMode(value === 'skip_conflicts' ? 'skip_conflicts' : 'all_or_nothing')}
        />
      )}
      <div>
        <Button tone="primary" isPending={isPending} isDisabled={count === 0} onPress={() => onMake(mode)}>
          {t('series.make', { count })}
        </Button>
      </div>
    </>
  );
}
