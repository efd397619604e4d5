import { useT } from '../../shared/i18n/use-t.js';
import { ButtonLink } from '../../shared/ui/button.js';
import { Page } from '../../shared/ui/page.js';

export function NotFoundPage() {
  const t = useT();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <div>
        <ButtonLink href="/" tone="primary">
          {t('notFound.home')}
        </ButtonLink>
      </div>
    </Page>
  );
}
