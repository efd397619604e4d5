import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../../shared/i18n/use-t.js';
import { Button } from '../../shared/ui/button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { ProblemNotice } from '../../shared/ui/problem-notice.js';
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
export function ReasonDialog(props: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.subject}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          props.onReason(reason.trim());
        }}
      >
        <TextField
          label={t('review.reason')}
          hint={props.hint}
          multiline
          isRequired
          autoFocus
          maxLength={props.maxLength}
          value={reason}
          onChange={setReason}
        />
        {props.error && <ProblemNotice error={props.error} />}
        <div className="button-row">
          <Button type="submit" tone={props.danger ? 'danger' : 'primary'} isPending={props.isPending}>
            {props.action}
          </Button>
          <Button onPress={props.onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
