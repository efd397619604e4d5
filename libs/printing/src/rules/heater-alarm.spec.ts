import { judgeHeater, type HeaterSight } from './heater-alarm.js';

const steady = (celsius: number, changes: Partial<HeaterSight> = {}): HeaterSight => ({
  heater: 'nozzle',
  seconds: 110,
  first: celsius,
  last: celsius,
  lowest: celsius,
  highest: celsius,
  lowestTarget: 210,
  highestTarget: 210,
  max: 285,
  ...changes,
});
const off = { lowestTarget: 0, highestTarget: 0 };

describe('a heater is too hot', () => {
  it.each([
    ['above what the printer can bear, at once', steady(291, { seconds: 0, lowestTarget: 0 })],
    ['over its target by more than 15 degrees for a while', steady(226)],
    ['while it is off, and does not cool', steady(90, off)],
    ['while it is off, and becomes hotter', steady(0, { ...off, first: 81, last: 120, lowest: 81, highest: 120 })],
  ])('%s', (_, sight) => {
    expect(judgeHeater(sight)).toBe('raise');
  });
});

describe('a heater is not too hot', () => {
  it.each([
    ['at its target', steady(210)],
    ['swinging a little over its target', steady(224)],
    ['while it is heated', steady(0, { first: 25, last: 190, lowest: 25, highest: 190 })],
    ['while it is off in a warm room, beside a warm bed', steady(75, off)],
  ])('%s', (_, sight) => {
    expect(judgeHeater(sight)).toBe('none');
  });

  it.each([
    ['that cools down after it was set lower', steady(0, { first: 240, last: 228, lowest: 228, highest: 240 })],
    ['that has just been set lower', steady(240, { lowestTarget: 210, highestTarget: 240, lowest: 240, first: 240 })],
    ['that was seen for a moment only', steady(230, { seconds: 20 })],
    ['that was a moment ago, and is not now', steady(210, { highest: 300 })],
  ])('yet leaves an alarm as it is: one %s', (_, sight) => {
    expect(judgeHeater(sight)).not.toBe('raise');
  });
});
