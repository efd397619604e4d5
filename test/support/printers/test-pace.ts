import type { Pace } from '../../../hardware-bridge/src/adapters/network/pace.js';

/** An adapter in a hurry: its printer is in the same process. */
export const testPace: Partial<Pace> = { firstRetryMs: 20, longestRetryMs: 50, pollMs: 30, takenMs: 200 };
