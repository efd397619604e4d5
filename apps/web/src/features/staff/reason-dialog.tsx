import { useState } from 'react';
import { useT } from '../../shared/i18n/use-t.js';
import { FormDialog } from '../../shared/ui/form-dialog.js';
import { TextField } from '../../shared/ui/text-field.js';

interface Props {
  title: string;
  /** What the verdict is about. */
  subject: string;
  /** Who will read the reason. */
  hint: string;
  /** The verb on the button that does it. */
  action: string;
  danger: boolean;
  /** Characters the API takes. */
  maxLength: number;
  isPending: boolean;
  error: Error | null;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** A refusal always carries its reason: the person it concerns reads it word for word. */
export function ReasonDialog({ subject, hint, maxLength, onReason, ...rest }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  return (
    <FormDialog {...rest} onSubmit={() => onReason(reason.trim())}>
      <p>{subject}</p>
      <TextField
        label={t('review.reason')}
        hint={hint}
        multiline
        isRequired
        autoFocus
        maxLength={maxLength}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
