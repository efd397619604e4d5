import { useState } from 'react';
import type { Printer } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { usePrinterCommand } from './use-printer-command.js';

/** The one big button at a printer: a person has seen that the plate is empty. */
export function ClearPlateButton({ printer }: { printer: Printer }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const command = usePrinterCommand(printer.slug);
  return (
    <>
      <Button tone="primary" large onPress={() => setAsking(true)}>
        {t('plate.clear')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('plate.confirmTitle', { printer: printer.name })}
          action={t('plate.confirm')}
          isPending={command.isPending}
          error={command.error}
          onConfirm={() => command.mutate('clear-plate', { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>{t('plate.confirmText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
