import type { WaitingEntry } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { useDuration } from '../../../shared/i18n/use-duration.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { useAnswerWaiting } from './use-waiting-list.js';

export function WaitingCard({ entry }: { entry: WaitingEntry }) {
  const t = useT();
  const duration = useDuration();
  const timeZone = useHubZone(entry.hub);
  const formats = useFormats(timeZone);
  const answer = useAnswerWaiting(entry.id);
  const offer = entry.status === 'offered' ? entry.offer : null;
  const wanted = `${formats.between({ earliest: entry.from, latest: entry.to })}, ${duration(entry.durationMinutes * 60)}`;
  return (
    <li className="card stack">
      <div className="stack-tight">
        <h3>{entry.title}</h3>
        <p className="numeric">{offer ? formats.dayTimeRange(offer.startsAt, offer.endsAt) : wanted}</p>
        <div role="status">
          {offer ? (
            <Pill tone="good">{t('waiting.offered')}</Pill>
          ) : (
            <Pill tone="neutral">{t('waiting.position', { position: entry.position ?? 1 })}</Pill>
          )}
        </div>
        {offer?.until && <p>{t('waiting.offerText', { when: formats.until(offer.until) })}</p>}
      </div>
      {answer.error && <ProblemNotice error={answer.error} timeZone={timeZone} />}
      <div className="button-row">
        {offer && (
          <Button tone="primary" isPending={answer.isPending} onPress={() => answer.mutate('accept')}>
            {t('waiting.accept')}
            <span className="visually-hidden">{entry.title}</span>
          </Button>
        )}
        <Button isPending={answer.isPending} onPress={() => answer.mutate('leave')}>
          {t(offer ? 'waiting.decline' : 'waiting.leave')}
          <span className="visually-hidden">{entry.title}</span>
        </Button>
      </div>
    </li>
  );
}
