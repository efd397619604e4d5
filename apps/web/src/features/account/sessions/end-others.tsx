import { useState } from 'react';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { useEndOtherSessions } from './use-sessions.js';

/** Signs one out everywhere else, after asking. */
export function EndOthers({ onEnded }: { onEnded: () => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const end = useEndOtherSessions();
  const confirm = () =>
    end.mutate(undefined, {
      onSuccess: () => {
        setAsking(false);
        onEnded();
      },
    });
  return (
    <div>
      <Button tone="danger" onPress={() => setAsking(true)}>
        {t('sessions.endOthers')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('sessions.endOthersAsk')}
          action={t('sessions.endOthers')}
          danger
          isPending={end.isPending}
          error={end.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{t('sessions.endOthersText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
