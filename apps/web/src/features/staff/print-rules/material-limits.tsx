import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { gramLimits, type MaterialLimit } from './filament-draft.js';
import { NumberField } from '../numbers/number-field.js';

interface Props {
  rows: readonly MaterialLimit[];
  onChange: (rows: readonly MaterialLimit[]) => void;
}

/** Materials that are bought sooner or later than the others. */
export function MaterialLimits({ rows, onChange }: Props) {
  const t = useT();
  const change = (key: number, part: Partial<MaterialLimit>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <fieldset className="stack material-limits">
      <legend className="field-label">{t('filamentRules.others')}</legend>
      {rows.map(({ key, material, grams }) => (
        <div key={key} className="material-limit">
          <TextField
            label={t('print.material')}
            value={material}
            onChange={(name) => change(key, { material: name })}
            maxLength={64}
          />
          <NumberField
            label={t('filamentRules.grams')}
            value={grams}
            limits={gramLimits}
            onChange={(text) => change(key, { grams: text })}
          />
          <Button onPress={() => onChange(rows.filter((row) => row.key !== key))}>
            {t('filamentRules.remove')}
            <span className="visually-hidden">{material}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={() => onChange([...rows, { key: nextKey, material: '', grams: '200' }])}>
          {t('filamentRules.add')}
        </Button>
      </div>
    </fieldset>
  );
}
