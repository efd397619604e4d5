import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import './field.css';

interface Props extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  multiline?: boolean;
  /** What the API said is wrong with it; it stays until it is sent again, and keeps nobody from sending. */
  fault?: string | undefined;
}

// Not the browser's own validity, which would hold back the corrected form.
const refused = { isInvalid: true, validationBehavior: 'aria' } as const;

export function TextField({ label, hint, multiline = false, fault, ...rest }: Props) {
  return (
    <AriaTextField {...rest} {...(fault !== undefined && refused)} className="field">
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {multiline ? <TextArea className="field-input" /> : <Input className="field-input" />}
      <FieldError className="field-error">{fault}</FieldError>
    </AriaTextField>
  );
}
