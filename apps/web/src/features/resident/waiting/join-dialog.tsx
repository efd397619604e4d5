import type { Hub, TimeRange } from '#libs/contracts';
import { useMe } from '../../../shared/api/use-me.js';
import { SignInForm } from '../../../shared/auth/sign-in-form.js';
import { useDuration } from '../../../shared/i18n/use-duration.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { useJoinWaitingList } from './use-waiting-list.js';

interface Props {
  hub: Hub;
  bookable: { kind: 'pool' | 'resource'; slug: string; name: string };
  /** Any time inside it will do. */
  window: TimeRange;
  minutes: number;
  onClose: () => void;
}

/** Asks to be told, and given the time for a while, when it becomes free. */
export default function JoinDialog({ hub, bookable, window, minutes, onClose }: Props) {
  const t = useT();
  const me = useMe();
  const join = useJoinWaitingList();
  const place = useWindow(hub.timeZone, window, minutes);
  const target = bookable.kind === 'pool' ? { pool: bookable.slug } : { resource: bookable.slug };
  if (join.data)
    return (
      <Dialog
        title={t(join.data.status === 'offered' ? 'waiting.offeredTitle' : 'waiting.joinedTitle')}
        onClose={onClose}
      >
        <Notice tone="good" title={t('waiting.position', { position: join.data.position ?? 1 })}>
          <p>{t(join.data.status === 'offered' ? 'waiting.offeredText' : 'waiting.joinedText')}</p>
        </Notice>
        <div className="button-row">
          <ButtonLink href="/bookings" tone="primary">
            {t('nav.bookings')}
          </ButtonLink>
          <Button onPress={onClose} autoFocus>
            {t('dialog.close')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('waiting.title')} onClose={onClose}>
      <p className="wish">
        <strong>{bookable.name}</strong>
        <br />
        {place.when}
        <br />
        {place.length}
      </p>
      <p>{t('waiting.text')}</p>
      {!me.data && (
        <>
          <p>{t('waiting.signInReason')}</p>
          <SignInForm onSignedIn={() => undefined} />
        </>
      )}
      {join.error && <ProblemNotice error={join.error} timeZone={hub.timeZone} />}
      {me.data && (
        <div className="button-row">
          <Button
            tone="primary"
            large
            autoFocus
            isPending={join.isPending}
            onPress={() => join.mutate({ hub: hub.slug, ...target, ...place.window, durationMinutes: minutes })}
          >
            {t('waiting.join')}
          </Button>
          <Button large onPress={onClose}>
            {t('dialog.back')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

/** The wanted time as the API takes it and as people say it: long enough, a whole day without its midnights. */
function useWindow(timeZone: string, { startsAt, endsAt }: TimeRange, minutes: number) {
  const t = useT();
  const formats = useFormats(timeZone);
  const duration = useDuration();
  const isWholeDay = Date.parse(endsAt) - Date.parse(startsAt) > 12 * 3_600_000;
  const end = Math.max(Date.parse(endsAt), Date.parse(startsAt) + minutes * 60_000);
  const to = new Date(end).toISOString();
  return {
    window: { from: startsAt, to },
    when: isWholeDay ? t('waiting.anyTime', { day: formats.longDay(startsAt) }) : formats.dayTimeRange(startsAt, to),
    length: t('waiting.length', { duration: duration(minutes * 60) }),
  };
}
