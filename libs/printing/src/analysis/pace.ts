import type { Move } from './move.js';

/** What hobby machines typically manage; only used when the slicer states no time. */
const typicalAcceleration = 1000;
const fastestMillimetresPerSecond = 250;

/** How long moves take. What depends on the speed alone is worked out when it changes: most moves keep it. */
export class Pace {
  private asked = NaN;
  private secondsPerMillimetre = 0;
  /** From here on a move reaches its speed, and gaining it takes as long as it ever does. */
  private fullSpeedMillimetres = 0;
  private halfGainingSeconds = 0;

  /** Half a start and stop for each: corners are taken slower, straight runs are not stopped at. */
  secondsOf(move: Move): number {
    const distance = move.length || Math.abs(move.extrusion);
    if (distance === 0) return 0;
    if (move.millimetresPerSecond !== this.asked) this.change(move.millimetresPerSecond);
    const running = distance * this.secondsPerMillimetre;
    if (distance >= this.fullSpeedMillimetres) return running + this.halfGainingSeconds;
    return running + Math.sqrt(distance / (4 * typicalAcceleration));
  }

  private change(millimetresPerSecond: number): void {
    const speed = Math.min(millimetresPerSecond, fastestMillimetresPerSecond);
    this.asked = millimetresPerSecond;
    this.secondsPerMillimetre = 1 / speed;
    this.fullSpeedMillimetres = (speed * speed) / typicalAcceleration;
    this.halfGainingSeconds = speed / typicalAcceleration / 2;
  }
}
