import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';

/** One field and a button that adds what it says; it is emptied once that has been taken. */
export function AddText(props: {
  label: string;
  hint: string;
  action: string;
  maxLength: number;
  multiline?: boolean;
  isPending: boolean;
  error: Error | null;
  onAdd: (text: string, onTaken: () => void) => void;
}) {
  const { label, hint, action, maxLength, multiline = false, isPending, error, onAdd } = props;
  const [text, setText] = useState('');
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(text.trim(), () => setText(''));
      }}
    >
      <TextField
        label={label}
        hint={hint}
        multiline={multiline}
        isRequired
        maxLength={maxLength}
        value={text}
        onChange={setText}
      />
      {error && <ProblemNotice error={error} />}
      <div>
        <Button type="submit" isPending={isPending}>
          {action}
        </Button>
      </div>
    </Form>
  );
}
