import { useT } from '../../../shared/i18n/use-t.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { readWhole, type WholeLimits } from './read-whole.js';

interface Props {
  label: string;
  hint?: string;
  value: string;
  limits: WholeLimits;
  onChange: (value: string) => void;
}

/** A whole number, which says at once when it is none or beyond its limits. */
export function WholeField({ limits, value, ...rest }: Props) {
  const t = useT();
  const isRead = readWhole(value, limits) !== undefined;
  return (
    <TextField
      {...rest}
      value={value}
      inputMode="numeric"
      maxLength={7}
      isRequired
      fault={isRead ? undefined : t('rules.wholeFault', { ...limits })}
    />
  );
}
