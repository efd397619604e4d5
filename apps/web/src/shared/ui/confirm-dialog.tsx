import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { ProblemNotice } from './problem-notice.js';

interface Props {
  title: string;
  /** The verb on the button that does it. */
  action: string;
  danger?: boolean;
  isPending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks once before something that cannot simply be undone. */
export function ConfirmDialog({ title, action, danger, isPending, error, onConfirm, onClose, children }: Props) {
  const t = useT();
  return (
    <Dialog title={title} onClose={onClose} alert>
      {children}
      {error && <ProblemNotice error={error} />}
      <div className="button-row">
        <Button tone={danger ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending} autoFocus={!danger}>
          {action}
        </Button>
        <Button onPress={onClose} autoFocus={danger ?? false}>
          {t('dialog.back')}
        </Button>
      </div>
    </Dialog>
  );
}
