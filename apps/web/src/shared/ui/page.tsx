import { useEffect, useRef, type ReactNode } from 'react';
import './page.css';

interface Props {
  title: string;
  lead?: ReactNode;
  /** Shown beside the heading on wide screens. */
  aside?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

let pagesShown = 0;

/**
 * A page's frame: heading, document title, and the focus on the heading when one has come here from another page,
 * so that a screen reader says where one is.
 */
export function Page({ title, lead, aside, wide = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown > 1) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} · Digikeskus`;
  }, [title]);
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
}
