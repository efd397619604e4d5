import { useState } from 'react';
import type { Session } from '#libs/contracts';
import type { MessageKey } from '../../../shared/i18n/messages/fi.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { EndOthers } from './end-others.js';
import { SessionRow } from './session-row.js';
import { useEndSession, useSessions } from './use-sessions.js';
import './sessions.css';

/** Where one is signed in, and a way to end what should not be. */
export default function SessionsSection({ accountId }: { accountId: string }) {
  const t = useT();
  const query = useSessions(accountId);
  const end = useEndSession();
  const [done, setDone] = useState<{ key: MessageKey } | null>(null);
  const endOne = ({ id }: Session) => end.mutate(id, { onSuccess: () => setDone({ key: 'sessions.ended' }) });
  return (
    <section className="card stack account-card" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.title')}</h2>
      <div className="sessions-head">
        <p className="soft">{t('sessions.lead')}</p>
        <div role="status">{done && <Notice tone="good" title={t(done.key)} live={false} />}</div>
      </div>
      {end.error && <ProblemNotice error={end.error} />}
      <QueryView query={query} placeholders={2}>
        {(sessions) => (
          <>
            <ul className="sessions">
              {sessions.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  isEnding={end.isPending && end.variables === session.id}
                  onEnd={() => endOne(session)}
                />
              ))}
            </ul>
            {sessions.some(({ isCurrent }) => !isCurrent) ? (
              <EndOthers onEnded={() => setDone({ key: 'sessions.othersEnded' })} />
            ) : (
              <p>{t('sessions.onlyHere')}</p>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}
