import { useState } from 'react';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { TemperatureChart } from './temperature-chart.js';
import { TemperatureTable } from './temperature-table.js';
import { firstHours, useTemperatures } from './use-temperatures.js';
import './temperatures.css';

/** How warm a printer is and was, as a curve and as a table. */
export function PrinterTemperaturesSection({ slug, timeZone }: { slug: string; timeZone: string }) {
  const t = useT();
  const [hours, setHours] = useState(String(firstHours));
  const curve = useTemperatures(slug, Number(hours));
  return (
    <Section title={t('temperatures.title')}>
      <div className="card stack">
        <ChoiceGroup
          label={t('temperatures.span')}
          value={hours}
          choices={[
            { value: '2', content: t('temperatures.hours', { hours: 2 }) },
            { value: '24', content: t('temperatures.hours', { hours: 24 }) },
            { value: '168', content: t('temperatures.days', { days: 7 }) },
          ]}
          onChange={setHours}
        />
        <QueryView query={curve} placeholders={1}>
          {(data) =>
            data.points.length === 0 ? (
              <Empty text={t('temperatures.none')} />
            ) : (
              <>
                <TemperatureChart curve={data} timeZone={timeZone} />
                <TemperatureTable curve={data} timeZone={timeZone} />
              </>
            )
          }
        </QueryView>
      </div>
    </Section>
  );
}
