import { useId, type ReactNode } from 'react';
import './choice-group.css';
import './field.css';

interface Choice<T extends string> {
  value: T;
  content: ReactNode;
  muted?: boolean;
}

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
  /** One line that scrolls sideways instead of several lines. */
  strip?: boolean;
}

/**
 * One of several, all in sight: big targets instead of a drop-down. The browser's own radio buttons, which it also moves
 * between by the arrow keys: a month of days is drawn at once on a slow phone.
 */
export function ChoiceGroup<T extends string>({ label, value, choices, onChange, strip = false }: Props<T>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id} className="choice-group">
      <span id={id} className="field-label">
        {label}
      </span>
      <div className={strip ? 'choices choices-strip' : 'choices'}>
        {choices.map((choice) => (
          <label key={choice.value} className={choice.muted ? 'choice choice-muted' : 'choice'}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.content}
          </label>
        ))}
      </div>
    </div>
  );
}
