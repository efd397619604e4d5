import type { Category } from '#libs/contracts';

const strokes: Record<Category, string> = {
  'vr-headset':
    'M3 9.500A2.500 2.500 0 0 1 5.500 7h13A2.500 2.500 0 0 1 21 9.500v5a2.500 2.500 0 0 1-2.500 2.500h-2.200a3 3 0 0 1-2.300-1.100l-.9-1.100a1.400 1.400 0 0 0-2.200 0l-.9 1.100A3 3 0 0 1 7.700 17H5.500A2.500 2.500 0 0 1 3 14.500zM8 11h.01M16 11h.01',
  printer: 'M4 3h16v18H4zM4 7h16M12 7v3M10.500 10h3l-1.500 2.200zM8.500 18l3.500-4 3.500 4zM7 18h10',
  computer: 'M3 5h18v11H3zM9 20h6M12 16v4',
  room: 'M5 21V4h10v17M15 6l4 1.500V21M3 21h18M12 12h.01',
  camera: 'M4 8h3l1.500-2.500h7L17 8h3v11H4zM12 16.500a3.300 3.300 0 1 0 0-6.600 3.300 3.300 0 0 0 0 6.600z',
};

/** A picture beside a name that says the same: hidden from screen readers. */
export function CategoryIcon({ category }: { category: Category }) {
  return (
    <svg className="category-icon" viewBox="0 0 24 24" width="32" height="32" aria-hidden="true">
      <path
        d={strokes[category]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
