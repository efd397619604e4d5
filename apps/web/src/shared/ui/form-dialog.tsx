import type { ReactNode } from 'react';
import { Form } from 'react-aria-components/Form';
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
  onSubmit: () => void;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A few fields, the button that sends them, and the way back. */
export function FormDialog({ title, action, danger = false, isPending, error, onSubmit, onClose, children }: Props) {
  const t = useT();
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {error && <ProblemNotice error={error} />}
        <div className="button-row">
          <Button type="submit" tone={danger ? 'danger' : 'primary'} isPending={isPending}>
            {action}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
