import { useEffect, useRef } from 'react';

/** What has a heading of its own, from the row to the page. */
const places = 'li, article, section, main';
const headings = 'h1, h2, h3, h4';

/**
 * Keeps the focus on the page when what had it goes away: a row that was seen to takes its button with it, and the
 * browser would start from the top again. The heading of what stays around it has the focus then.
 * @returns to be set on what surrounds the page
 */
export function useKeptFocus() {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    /** What had the focus last, and all that was around it. */
    let trail: readonly Element[] = [];
    const remember = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      if (root.contains(target)) trail = around(target, root);
      else if (!isDialog(target, root)) trail = [];
    };
    // Whoever presses beside it has left it: nothing is to move later.
    const forget = ({ target }: Event) => {
      if (target instanceof Element && !isDialog(target, root) && !trail[0]?.contains(target)) trail = [];
    };
    const keep = () => {
      if (!isLost(trail)) return;
      const heading = headingOf(trail);
      if (!heading) return;
      if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    // A frame later: a dialog that closes gives the focus back itself where it can.
    const observer = new MutationObserver(() => isLost(trail) && requestAnimationFrame(keep));
    observer.observe(root, { childList: true, subtree: true });
    observer.observe(document.body, { childList: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, []);
  return page;
}

function around(target: Element, root: Element): Element[] {
  const trail: Element[] = [];
  for (let at: Element | null = target; at && at !== root.parentElement; at = at.parentElement) trail.push(at);
  return trail;
}

/** Dialogs stand beside the whole app: the focus is only lent to them. */
function isDialog(target: Element, root: Element): boolean {
  return target.closest('#root') !== root.closest('#root');
}

function isLost(trail: readonly Element[]): boolean {
  const focused = document.activeElement;
  return trail[0]?.isConnected === false && (focused === null || focused === document.body);
}

function headingOf(trail: readonly Element[]): HTMLElement | null {
  const stays = trail.find((element) => element.isConnected);
  let place = stays?.closest(places);
  while (place) {
    const heading = place.querySelector<HTMLElement>(headings);
    if (heading) return heading;
    place = place.parentElement?.closest(places);
  }
  return null;
}
