import type { Heater } from '#libs/contracts';

/** What was heard of one heater lately, degrees Celsius. */
export interface HeaterSight {
  heater: Heater;
  /** Between the first that was heard and the last. */
  seconds: number;
  first: number;
  last: number;
  lowest: number;
  highest: number;
  lowestTarget: number;
  highestTarget: number;
  /** What the printer can bear. */
  max: number;
}

/** `raise` it, leave it as it is, or there is nothing wrong. */
export type AlarmVerdict = 'raise' | 'leave' | 'none';

/** A heater swings over its target, also when that is the most that the printer can bear. */
const overshootCelsius = 5;
const overTargetCelsius = 15;
/** What a heater that is off can be warmed to by the other one, or by the room. */
const offCelsius = 65;
const sustainedSeconds = 80;
const coolingCelsius = 1;

/**
 * Whether a heater is hotter than it should be: above what the printer can bear, or well above its target for a while
 * without cooling down. One that has just been set lower is above its target, too, but cools.
 */
export function judgeHeater(sight: HeaterSight): AlarmVerdict {
  const limit = Math.max(sight.highestTarget, offCelsius) + overTargetCelsius;
  if (sight.last > sight.max + overshootCelsius) return 'raise';
  const isSteady = sight.lowestTarget === sight.highestTarget && sight.seconds >= sustainedSeconds;
  const isCooling = sight.last < sight.first - coolingCelsius;
  if (isSteady && sight.lowest > limit && !isCooling) return 'raise';
  return sight.highest > Math.min(limit, sight.max + overshootCelsius) ? 'leave' : 'none';
}
