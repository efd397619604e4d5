import type { ReactNode } from 'react';
import './pill.css';

export type PillTone = 'neutral' | 'good' | 'busy' | 'warning' | 'error';

export function Pill({ tone, children }: { tone: PillTone; children: ReactNode }) {
  return <span className={`pill pill-${tone}`}>{children}</span>;
}
