import { ApiProblem, ApiUnreachable } from '../api/problem.js';
import { useT } from '../i18n/use-t.js';
import { Notice } from '../ui/notice.js';
import { ProblemNotice } from '../ui/problem-notice.js';

/** What went wrong with a passkey: the hub refused, or the browser or the person stopped it. */
export function PasskeyProblem({ error }: { error: Error }) {
  const t = useT();
  if (error instanceof ApiProblem || error instanceof ApiUnreachable) return <ProblemNotice error={error} />;
  // Nothing is wrong: the person closed the browser's question, or let it time out.
  const isCancelled = error.name === 'NotAllowedError' || error.name === 'AbortError';
  if (isCancelled) return <Notice tone="info" title={t('passkeyProblem.cancelled')} />;
  // So the browser says that this authenticator holds a passkey of this person already.
  const isKnown = error.name === 'InvalidStateError';
  return <Notice tone="error" title={t(isKnown ? 'passkeyProblem.known' : 'passkeyProblem.stopped')} />;
}
