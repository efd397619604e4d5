/** How patient an adapter is with its printer; milliseconds. */
export interface Pace {
  /** Before the second try to reach it; doubles with every failure. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** Between two looks at a printer that does not report by itself. */
  readonly pollMs: number;
  /** How long a printer may be silent before we ask whether it is there, and then how long it may take to answer. */
  readonly silenceMs: number;
  /** How long a command may stay unanswered before it counts as taken: some are answered only when they are done. */
  readonly takenMs: number;
}

export const usualPace: Pace = {
  firstRetryMs: 1000,
  longestRetryMs: 30_000,
  pollMs: 2000,
  silenceMs: 10_000,
  takenMs: 5000,
};

/**
 * How long to wait after so many failures in a row: doubling, and never two printers in step.
 * @param random from 0 to 1
 */
export function retryDelayMs(failures: number, { firstRetryMs, longestRetryMs }: Pace, random: number): number {
  const full = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.5 + random / 2));
}

const setUpMs = 30_000;
/** What the slowest board writes to its memory. */
const bytesPerSecond = 50_000;

/** How long an upload may take, by its size. */
export function uploadDeadlineMs(sizeBytes: number): number {
  return setUpMs + Math.ceil((sizeBytes / bytesPerSecond) * 1000);
}
