import { useMutation } from '@tanstack/react-query';
import type { CalendarFeed } from '#libs/contracts';
import { api } from '../../../../shared/api/client.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import { Button } from '../../../../shared/ui/button.js';
import { Notice } from '../../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../../shared/ui/problem-notice.js';
import { TextField } from '../../../../shared/ui/text-field.js';

/** All bookings in one's own calendar, kept up to date by a secret address. */
export function CalendarFeedSection() {
  const t = useT();
  const open = useMutation({ mutationFn: () => api.post<CalendarFeed>('/me/calendar-feed') });
  const close = useMutation({ mutationFn: () => api.delete('/me/calendar-feed'), onSuccess: open.reset });
  const error = open.error ?? close.error;
  return (
    <section className="card stack" aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">{t('feed.title')}</h2>
      <p>{t('feed.text')}</p>
      {error && <ProblemNotice error={error} />}
      {open.data && (
        <Notice tone="good" title={t('feed.shownOnce')}>
          <TextField label={t('feed.address')} value={open.data.url} isReadOnly />
        </Notice>
      )}
      {close.isSuccess && !open.data && <Notice tone="info" title={t('feed.closed')} />}
      <div className="button-row">
        <Button isPending={open.isPending} onPress={() => open.mutate()}>
          {t(open.data ? 'feed.renew' : 'feed.open')}
        </Button>
        <Button tone="quiet" isPending={close.isPending} onPress={() => close.mutate()}>
          {t('feed.close')}
        </Button>
      </div>
    </section>
  );
}
