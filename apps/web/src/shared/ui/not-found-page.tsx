import { useT } from '../i18n/use-t.js';
import { ButtonLink } from './button.js';
import { Page } from './page.js';

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
