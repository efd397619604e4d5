import { useState } from 'react';
import { apiBase } from '../../../shared/api/client.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { EraseDialog } from './erase-dialog.js';
import { ReadsList } from './reads-list.js';
import './privacy.css';

/** What the hub knows about somebody, who has looked at it, and how to have it erased. */
export function PrivacySection() {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  return (
    <section className="card stack account-card" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{t('privacy.title')}</h2>
      <h3>{t('privacy.exportTitle')}</h3>
      <p>{t('privacy.exportText')}</p>
      <div>
        <a className="button button-plain" href={`${apiBase}/me/export`} download>
          {t('privacy.export')}
        </a>
      </div>
      <h3>{t('privacy.readsTitle')}</h3>
      <p>{t('privacy.readsText')}</p>
      <ReadsList />
      <h3>{t('privacy.eraseTitle')}</h3>
      <p>{t('privacy.eraseText')}</p>
      <div>
        <Button tone="danger" onPress={() => setAsking(true)}>
          {t('privacy.erase')}
        </Button>
      </div>
      {isAsking && <EraseDialog onClose={() => setAsking(false)} />}
    </section>
  );
}
