import { useT } from '../../../shared/i18n/use-t.js';

interface Props {
  onDigit: (digit: string) => void;
  onErase: () => void;
  onClear: () => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Keys for fingers. */
export function Keypad({ onDigit, onErase, onClear }: Props) {
  const t = useT();
  const digit = (key: string) => (
    <button key={key} type="button" className="key numeric" onClick={() => onDigit(key)}>
      {key}
    </button>
  );
  return (
    <div className="keypad" role="group" aria-label={t('kiosk.keypad')}>
      {digits.map(digit)}
      <button type="button" className="key key-word" onClick={onClear}>
        {t('kiosk.clear')}
      </button>
      {digit('0')}
      <button type="button" className="key" aria-label={t('kiosk.erase')} onClick={onErase}>
        ←
      </button>
    </div>
  );
}
