import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  /** How many things are in it; said with the title. */
  count?: number | undefined;
  children: ReactNode;
}

export function Section({ title, count, children }: Props) {
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id} className="staff-heading">
        {title}
        {count !== undefined && <span className="staff-count numeric">{count}</span>}
      </h2>
      {children}
    </section>
  );
}
