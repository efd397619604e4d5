import { usualPace, type Pace } from '../network/pace.js';

/** How patient the adapter is with a Bambu printer; milliseconds. */
export interface BambuPace extends Pace {
  /** How long the printer may take to let us in. */
  readonly connectMs: number;
  /** Between two times that a printer is asked for everything; its maker asks for five minutes at least. */
  readonly askAllMs: number;
}

/** A printer reports every second or so; after a minute of silence it is taken for gone. */
export const bambuPace: BambuPace = { ...usualPace, silenceMs: 60_000, connectMs: 10_000, askAllMs: 5 * 60_000 };
