import type { ReactNode } from 'react';
import './facts.css';

interface Fact {
  label: string;
  value: ReactNode;
}

/** Numbers with their names; what is not known is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="numeric">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
