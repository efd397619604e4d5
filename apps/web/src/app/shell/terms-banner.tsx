import { useT } from '../../shared/i18n/use-t.js';
import { useAgree } from '../../shared/terms/use-consents.js';
import { Button, ButtonLink } from '../../shared/ui/button.js';
import { ProblemNotice } from '../../shared/ui/problem-notice.js';
import './terms-banner.css';

/** Says calmly that the terms have changed; whatever one was doing goes on meanwhile. */
export default function TermsBanner({ accountId, version }: { accountId: string; version: string }) {
  const t = useT();
  const agree = useAgree(accountId);
  return (
    <section className="terms-banner" aria-label={t('terms.title')}>
      <div className="terms-banner-row">
        <div>
          <p className="terms-banner-title">{t('terms.changed')}</p>
          <p>{t('terms.changedText')}</p>
        </div>
        <div className="button-row">
          <ButtonLink href="/terms">{t('terms.read')}</ButtonLink>
          <Button tone="primary" onPress={() => agree.mutate(version)} isPending={agree.isPending}>
            {t('terms.agree')}
          </Button>
        </div>
      </div>
      {agree.error && <ProblemNotice error={agree.error} />}
    </section>
  );
}
