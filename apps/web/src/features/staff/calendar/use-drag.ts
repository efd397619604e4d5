import { useRef, useState, type PointerEvent } from 'react';

/** Less than this is a press, not a drag. */
const leastPixels = 6;

interface Drag {
  key: string;
  x: number;
  y: number;
  /** The slug of the thing over whose line it is. */
  over: string | undefined;
}

/** Where something was let go of. */
export interface Drop {
  key: string;
  /** How far sideways. */
  pixels: number;
  /** Of the line that it was taken from. */
  width: number;
  over: string | undefined;
}

/** Dragging with a mouse or a pen: along the line, and to the lines of other things. A finger scrolls the page. */
export function useDrag(onDrop: (drop: Drop) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const dragged = useRef(false);
  const start = (key: string) => (event: PointerEvent) => {
    dragged.current = false;
    if (event.pointerType === 'touch' || event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    const width = event.currentTarget.parentElement?.clientWidth ?? 1;
    const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Drag => ({
      key,
      x: clientX - from.x,
      y: clientY - from.y,
      over: lineAt(clientX, clientY),
    });
    const end = new AbortController();
    const { signal } = end;
    const stop = () => {
      end.abort();
      setDrag(null);
    };
    window.addEventListener('pointermove', (move) => setDrag(placeOf(move)), { signal });
    window.addEventListener('pointercancel', stop, { signal });
    window.addEventListener(
      'pointerup',
      (up) => {
        stop();
        const { x, y, over } = placeOf(up);
        dragged.current = isFar({ x, y });
        if (dragged.current) onDrop({ key, pixels: x, width, over });
      },
      { signal },
    );
  };
  /** The press at the end of a drag is none. */
  const isPress = () => {
    const was = dragged.current;
    dragged.current = false;
    return !was;
  };
  const isDragged = (key: string) => drag?.key === key && isFar(drag);
  const styleOf = (key: string) => (drag && isDragged(key) ? { translate: `${drag.x}px ${drag.y}px`, zIndex: 2 } : {});
  return { start, isPress, styleOf, over: drag && isFar(drag) ? drag.over : undefined };
}

function isFar({ x, y }: { x: number; y: number }): boolean {
  return Math.hypot(x, y) >= leastPixels;
}

/** What is dragged hangs from its own line still, so the line is not looked for among its parents. */
function lineAt(x: number, y: number): string | undefined {
  const under = document.elementsFromPoint(x, y).find((each) => each instanceof HTMLElement && 'thing' in each.dataset);
  return under instanceof HTMLElement ? under.dataset.thing : undefined;
}
