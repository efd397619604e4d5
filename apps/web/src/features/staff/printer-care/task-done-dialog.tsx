import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';

interface Props {
  name: string;
  isPending: boolean;
  error: Error | null;
  onDone: (note: string) => void;
  onClose: () => void;
}

/** Done, and perhaps a word for whoever does it next. */
export function TaskDoneDialog({ name, isPending, error, onDone, onClose }: Props) {
  const t = useT();
  const [note, setNote] = useState('');
  return (
    <Dialog title={t('care.doneTitle', { name })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onDone(note.trim());
        }}
      >
        <TextField label={t('care.note')} multiline autoFocus maxLength={1000} value={note} onChange={setNote} />
        {error && <ProblemNotice error={error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={isPending}>
            {t('care.done')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
