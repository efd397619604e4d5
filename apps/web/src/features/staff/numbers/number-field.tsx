import { useT } from '../../../shared/i18n/use-t.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { readNumber, type NumberLimits } from './read-number.js';

interface Props {
  label: string;
  hint?: string;
  value: string;
  limits: NumberLimits;
  onChange: (value: string) => void;
}

/** A number, which says at once when it is none or beyond its limits. */
export function NumberField({ limits, value, ...rest }: Props) {
  const t = useT();
  const isRead = readNumber(value, limits) !== undefined;
  const { min, max, decimals = 0 } = limits;
  return (
    <TextField
      {...rest}
      value={value}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      maxLength={8}
      isRequired
      fault={isRead ? undefined : t(decimals > 0 ? 'number.fault' : 'number.wholeFault', { min, max })}
    />
  );
}
