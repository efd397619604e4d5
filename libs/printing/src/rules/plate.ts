/** Where a printer's coordinates begin: at the front left corner of its plate, or in the middle as those of deltas do. */
export type BedOrigin = 'corner' | 'centre';

/** The lowest and the highest coordinate of a plate along one side, in millimetres. */
export function reachOf(sideMillimetres: number, origin: BedOrigin): { from: number; to: number } {
  const half = sideMillimetres / 2;
  return origin === 'centre' ? { from: -half, to: half } : { from: 0, to: sideMillimetres };
}
