const turn = 2 * Math.PI;
const quarter = Math.PI / 2;
const chordMillimetres = 0.8;
const fewestChordsPerQuarter = 4;
const mostChordsPerQuarter = 90;
/** A file may ask for any number of full circles; more than this is not a print. */
const mostTurns = 50;

export interface Arc {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly clockwise: boolean;
  /** Extra full circles. */
  readonly turns: number;
}

/** @param fraction share of the arc that lies behind the point, 0–1 */
export type ArcPoint = (x: number, y: number, fraction: number) => void;

/**
 * Walks a G2/G3 arc in chords. The points lie on a grid of angles that holds the four quarters, so that the
 * outermost points of the arc are among them and a bounding box of the points is that of the arc.
 */
export function walkArc(arc: Arc, onPoint: ArcPoint): void {
  const radius = Math.hypot(arc.fromX - arc.centreX, arc.fromY - arc.centreY);
  const start = Math.atan2(arc.fromY - arc.centreY, arc.fromX - arc.centreX);
  const sweep = sweepOf(arc, start);
  const step = quarter / chordsPerQuarter(radius);
  const direction = Math.sign(sweep);
  let grid = direction > 0 ? Math.floor(start / step) + 1 : Math.ceil(start / step) - 1;
  for (let angle = grid * step; Math.abs(angle - start) < Math.abs(sweep); angle = grid * step) {
    onPoint(arc.centreX + radius * Math.cos(angle), arc.centreY + radius * Math.sin(angle), (angle - start) / sweep);
    grid += direction;
  }
  onPoint(arc.toX, arc.toY, 1);
}

function chordsPerQuarter(radius: number): number {
  const wanted = Math.ceil((quarter * radius) / chordMillimetres);
  return Math.min(Math.max(wanted, fewestChordsPerQuarter), mostChordsPerQuarter);
}

/** Signed angle: positive is counter-clockwise. Equal ends are a full circle. */
function sweepOf(arc: Arc, start: number): number {
  const turns = Math.min(Math.max(Math.floor(arc.turns), 0), mostTurns);
  const closed = arc.fromX === arc.toX && arc.fromY === arc.toY;
  if (closed) return (arc.clockwise ? -turn : turn) * Math.max(turns, 1);
  const end = Math.atan2(arc.toY - arc.centreY, arc.toX - arc.centreX);
  const forward = (((end - start) % turn) + turn) % turn;
  return arc.clockwise ? forward - turn - turns * turn : forward + turns * turn;
}

/**
 * Centre of an arc given by its radius (the R form). A negative radius means the longer way round.
 * @returns null when the ends are the same or further apart than the circle is wide
 */
export function centreFromRadius(
  ends: Omit<Arc, 'centreX' | 'centreY' | 'turns'>,
  radius: number,
): [number, number] | null {
  const dx = ends.toX - ends.fromX;
  const dy = ends.toY - ends.fromY;
  const distance = Math.hypot(dx, dy);
  const aside = radius * radius - (distance * distance) / 4;
  if (distance === 0 || aside < 0) return null;
  const side = ends.clockwise === radius > 0 ? -1 : 1;
  const height = (side * Math.sqrt(aside)) / distance;
  return [(ends.fromX + ends.toX) / 2 - height * dy, (ends.fromY + ends.toY) / 2 + height * dx];
}
