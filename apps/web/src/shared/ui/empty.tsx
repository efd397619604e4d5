import type { ReactNode } from 'react';
import './empty.css';

/** Nothing here yet, and what one can do about it. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
