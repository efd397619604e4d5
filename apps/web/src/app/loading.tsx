import { useT } from '../shared/i18n/use-t.js';

/** Stands in while a part of the app is fetched. */
export function Loading() {
  const t = useT();
  return (
    <p className="page" role="status">
      {t('loading')}
    </p>
  );
}
