import { useCallback } from 'react';

/** A picture that is in memory alone; the next one takes its place without a flicker. */
export function Photograph({ content, alt }: { content: Blob; alt: string }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(content);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [content],
  );
  return <img ref={show} alt={alt} />;
}
