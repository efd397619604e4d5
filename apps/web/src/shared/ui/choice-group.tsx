import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { ReactNode } from 'react';
import './choice-group.css';
import './field.css';

interface Choice {
  value: string;
  content: ReactNode;
  muted?: boolean;
}

interface Props {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** One line that scrolls sideways instead of several lines. */
  strip?: boolean;
}

/** One of several, all in sight: big targets instead of a drop-down. */
export function ChoiceGroup({ label, value, choices, onChange, strip = false }: Props) {
  return (
    <RadioGroup value={value} onChange={onChange} className="choice-group">
      <Label className="field-label">{label}</Label>
      <div className={strip ? 'choices choices-strip' : 'choices'}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={choice.muted ? 'choice choice-muted' : 'choice'}>
            {choice.content}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
