import { useRef, useState, type PointerEvent } from 'react';

/** Less than this is a press, not a drag. */
const leastPixels = 6;

interface Drag {
  key: string;
  x: number;
}

/**
 * Dragging sideways with a mouse or a pen; a finger scrolls the page.
 * @param onDrop how far, in pixels
 */
export function useDrag(onDrop: (key: string, pixels: number, width: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const dragged = useRef(false);
  const start = (key: string) => (event: PointerEvent) => {
    dragged.current = false;
    if (event.pointerType === 'touch' || event.button !== 0) return;
    const from = event.clientX;
    const width = event.currentTarget.parentElement?.clientWidth ?? 1;
    const distance = ({ clientX }: { clientX: number }) => clientX - from;
    const end = new AbortController();
    const { signal } = end;
    const stop = () => {
      end.abort();
      setDrag(null);
    };
    window.addEventListener('pointermove', (move) => setDrag({ key, x: distance(move) }), { signal });
    window.addEventListener('pointercancel', stop, { signal });
    window.addEventListener(
      'pointerup',
      (up) => {
        stop();
        dragged.current = Math.abs(distance(up)) >= leastPixels;
        if (dragged.current) onDrop(key, distance(up), width);
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
  const offsetOf = (key: string) => (drag?.key === key && Math.abs(drag.x) >= leastPixels ? drag.x : 0);
  return { start, isPress, offsetOf };
}
