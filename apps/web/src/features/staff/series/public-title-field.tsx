import { useT } from '../../../shared/i18n/use-t.js';
import { TextField } from '../../../shared/ui/text-field.js';

interface Props {
  value: string;
  onChange: (value: string) => void;
}

/** What stands on the hub's board, with the word that everybody reads it. */
export function PublicTitleField({ value, onChange }: Props) {
  const t = useT();
  return (
    <TextField
      label={t('series.publicTitle')}
      hint={t('series.publicTitleHint')}
      maxLength={80}
      value={value}
      onChange={onChange}
    />
  );
}
