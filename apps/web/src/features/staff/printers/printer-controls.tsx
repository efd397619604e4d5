import { useState } from 'react';
import type { Printer, PrinterState } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { usePrinterCommand } from '../../../shared/printers/use-printer-command.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';

type Control = 'pause' | 'resume' | 'cancel';

const controlsIn: Partial<Record<PrinterState, readonly Control[]>> = {
  preparing: ['cancel'],
  printing: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  attention: ['resume', 'cancel'],
};

/** Pause, go on, cancel, for a row of buttons: each asked once more, because the machine cannot take it back. */
export function PrinterControls({ printer }: { printer: Printer }) {
  const t = useT();
  const [asking, setAsking] = useState<Control | null>(null);
  const command = usePrinterCommand(printer.slug);
  const controls = controlsIn[printer.state] ?? [];
  // What nobody sent is run at the machine itself.
  if (controls.length === 0 || printer.current?.isLocal) return null;
  return (
    <>
      {controls.map((control) => (
        <Button
          key={control}
          tone={control === 'cancel' ? 'danger' : 'plain'}
          onPress={() => {
            command.reset();
            setAsking(control);
          }}
        >
          {t(`control.${control}`)}
          <span className="visually-hidden">{printer.name}</span>
        </Button>
      ))}
      {asking && (
        <ConfirmDialog
          title={t(`controlTitle.${asking}`, { printer: printer.name })}
          action={t(`control.${asking}`)}
          danger={asking === 'cancel'}
          isPending={command.isPending}
          error={command.error}
          onConfirm={() => command.mutate(asking, { onSuccess: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        >
          {printer.current?.fileName && <p>{printer.current.fileName}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
