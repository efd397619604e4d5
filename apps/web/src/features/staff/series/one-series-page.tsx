import { useState } from 'react';
import type { Series } from '#libs/contracts';
import { useLive } from '../../../shared/api/use-live.js';
import { BookingStatePill } from '../../../shared/bookings/booking-state-pill.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { InStaffHub } from '../in-staff-hub.js';
import { Section } from '../section.js';
import { DatesDialog } from './dates-dialog.js';
import { seriesName } from './series-name.js';
import { TitleForm } from './title-form.js';
import { useSeries } from './use-series.js';
import { useSeriesWords } from './use-series-words.js';
import '../staff.css';
import './series.css';

interface Props {
  id: string;
  /** The booking of the date that is to be changed, when one comes from it. */
  date?: string | undefined;
}

/** One series with all of its dates. */
export default function OneSeriesPage({ id, date }: Props) {
  const t = useT();
  return (
    <Page
      title={t('series.one')}
      aside={
        <div className="button-row">
          <ButtonLink href="/staff/series">{t('series.toAll')}</ButtonLink>
          <ButtonLink href="/staff/calendar">{t('plan.title')}</ButtonLink>
        </div>
      }
    >
      <InStaffHub>{() => <OneSeries id={id} date={date} />}</InStaffHub>
    </Page>
  );
}

function OneSeries({ id, date }: Props) {
  useLive(['bookings']);
  const series = useSeries(id);
  return (
    <QueryView query={series}>
      {(data) => <Dates series={data} date={date} reload={async () => (await series.refetch()).data} />}
    </QueryView>
  );
}

interface DatesProps {
  series: Series;
  date: string | undefined;
  reload: () => Promise<Series | undefined>;
}

function Dates({ series, date, reload }: DatesProps) {
  const t = useT();
  const words = useSeriesWords();
  const formats = useFormats(series.timeZone);
  const now = useNow(60_000);
  const isOpen = ({ status, startsAt }: Series['instances'][number]) =>
    status === 'confirmed' && Date.parse(startsAt) > now;
  const [open, setOpen] = useState(() =>
    series.instances.find((instance) => instance.bookingId === date && isOpen(instance)),
  );
  const [changed, setChanged] = useState(0);
  const close = () => setOpen(undefined);
  return (
    <>
      <div className="stack-tight">
        <h2>{seriesName(series)}</h2>
        <p>{words(series)}</p>
      </div>
      <div role="status">
        {changed > 0 && <Notice tone="good" title={t('series.changed', { count: changed })} live={false} />}
      </div>
      <TitleForm series={series} reload={reload} />
      <Section title={t('series.dates')} count={series.instances.filter(isOpen).length}>
        <ol className="card series-dates">
          {series.instances.map((instance) => (
            <li key={instance.bookingId} className="series-date">
              <span className="numeric">{formats.dayTimeRange(instance.startsAt, instance.endsAt)}</span>
              <BookingStatePill state={instance.status} forStaff />
              {isOpen(instance) && (
                <Button
                  onPress={() => {
                    setChanged(0);
                    setOpen(instance);
                  }}
                >
                  {t('series.change')}
                  <span className="visually-hidden">{formats.dayTime(instance.startsAt)}</span>
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Section>
      {series.skipped.length > 0 && (
        <Section title={t('series.skipped')} count={series.skipped.length}>
          <ul className="card series-dates">
            {series.skipped.map(({ startsAt, endsAt }) => (
              <li key={startsAt} className="series-date numeric">
                {formats.dayTimeRange(startsAt, endsAt)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {open && (
        <DatesDialog
          series={series}
          instance={open}
          onChanged={(count) => {
            setChanged(count);
            close();
          }}
          onClose={close}
          onReload={() => void reload().then(close)}
        />
      )}
    </>
  );
}
