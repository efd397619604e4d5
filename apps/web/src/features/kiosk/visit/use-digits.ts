import { useEffect, useEffectEvent, useRef, useState } from 'react';

const length = 6;

interface Digits {
  /** `12– –––`: what was entered, and how much is to come. */
  shown: string;
  add: (digit: string) => void;
  erase: () => void;
  clear: () => void;
}

/** A code that is entered by touch or by keys; once it is whole it is handed on and forgotten. */
export function useDigits(isOpen: boolean, on: { onFull: (code: string) => void; onChange: () => void }): Digits {
  const { onFull, onChange } = on;
  const [code, setCode] = useState('');
  // Two keys may come before the first one is drawn.
  const entered = useRef('');
  const change = (next: string) => {
    if (!isOpen) return;
    onChange();
    entered.current = next.length === length ? '' : next;
    setCode(entered.current);
    if (next.length === length) onFull(next);
  };
  const add = (digit: string) => change(entered.current + digit);
  const erase = () => change(entered.current.slice(0, -1));
  const press = useEffectEvent(({ key }: KeyboardEvent) => {
    if (/^\d$/.test(key)) add(key);
    else if (key === 'Backspace') erase();
  });
  // One listener for all the time: one that is put up anew while a key is being told misses that key.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const places = code.padEnd(length, '–');
  return { shown: `${places.slice(0, 3)} ${places.slice(3)}`, add, erase, clear: () => change('') };
}
