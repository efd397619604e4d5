import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';

const materials = ['PLA', 'PETG', 'TPU', 'ABS'] as const;

interface Props {
  /** Empty when the file itself, or the staff, may decide. */
  value: string;
  onChange: (material: string) => void;
}

const anyMaterial = 'any';

export function MaterialChoice({ value, onChange }: Props) {
  const t = useT();
  return (
    <ChoiceGroup
      label={t('sendPrint.material')}
      value={value === '' ? anyMaterial : value}
      onChange={(chosen) => onChange(chosen === anyMaterial ? '' : chosen)}
      choices={[
        { value: anyMaterial, content: t('sendPrint.anyMaterial') },
        ...materials.map((material) => ({ value: material, content: material })),
      ]}
    />
  );
}
