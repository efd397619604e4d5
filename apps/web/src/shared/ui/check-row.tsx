import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import './check-row.css';

interface Props {
  /** Its name in a group. */
  value?: string;
  isSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  children: ReactNode;
}

/** A box to tick and its words, on a line that a thumb hits. */
export function CheckRow({ children, ...checkbox }: Props) {
  return (
    <Checkbox {...checkbox} className="check-row">
      <span className="check-box" aria-hidden="true" />
      {children}
    </Checkbox>
  );
}
