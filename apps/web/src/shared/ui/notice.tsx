import type { ReactNode } from 'react';
import './notice.css';

export type NoticeTone = 'info' | 'good' | 'warning' | 'error';

interface Props {
  tone: NoticeTone;
  title?: string;
  /** Read aloud when it appears: at once for errors, in turn for the rest. */
  live?: boolean;
  children?: ReactNode;
}

export function Notice({ tone, title, live = true, children }: Props) {
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div className={`notice notice-${tone}`} role={live ? role : undefined}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
