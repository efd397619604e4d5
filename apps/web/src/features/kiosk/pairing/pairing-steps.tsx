import { ApiProblem } from '../../../shared/api/problem.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';

interface Props {
  error: Error | null;
  /** The hub whose screen this was until a moment ago. */
  removedFrom: string | undefined;
}

/** What to do with the code, and what is wrong when something is. */
export function PairingSteps({ error, removedFrom }: Props) {
  const t = useT();
  return (
    <>
      <h2>{t('pairing.title')}</h2>
      {removedFrom !== undefined && <Notice tone="warning" title={t('pairing.removed')} />}
      {error && (
        <Notice tone="error" title={t(error instanceof ApiProblem ? 'pairing.refused' : 'pairing.noConnection')} />
      )}
      <ol className="pairing-steps">
        <li>{t('pairing.stepSignIn')}</li>
        <li>{t('pairing.stepOpen')}</li>
        <li>{t('pairing.stepEnter')}</li>
      </ol>
      <p className="soft">{t('pairing.lifetime')}</p>
      {removedFrom !== undefined && (
        <div>
          <ButtonLink href={`/kiosk/${removedFrom}`} large>
            {t('pairing.goOn')}
          </ButtonLink>
        </div>
      )}
    </>
  );
}
