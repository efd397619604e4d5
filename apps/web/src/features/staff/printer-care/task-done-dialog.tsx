import { useState } from 'react';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';

interface Props {
  name: string;
  isPending: boolean;
  error: Error | null;
  onDone: (note: string) => void;
  onClose: () => void;
}

/** Done, and perhaps a word for whoever does it next. */
export function TaskDoneDialog({ name, onDone, ...rest }: Props) {
  const t = useT();
  const [note, setNote] = useState('');
  return (
    <FormDialog
      {...rest}
      title={t('care.doneTitle', { name })}
      action={t('care.done')}
      onSubmit={() => onDone(note.trim())}
    >
      <TextField label={t('care.note')} multiline autoFocus maxLength={1000} value={note} onChange={setNote} />
    </FormDialog>
  );
}
