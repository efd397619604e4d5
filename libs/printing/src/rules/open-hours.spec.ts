import { OpenHours } from './open-hours.js';

const hours = new OpenHours([
  { start: 100, end: 200 },
  { start: 300, end: 350 },
  { start: 350, end: 420 },
]);

describe('open hours', () => {
  it('hold what ends exactly at closing', () => {
    expect(hours.earliestFit(150, 50)).toBe(150);
  });

  it('move what does not fit to the next period that is long enough', () => {
    expect(hours.earliestFit(151, 50)).toBe(300);
  });

  it('count periods that touch as one', () => {
    expect(hours.earliestFit(0, 110)).toBe(300);
  });

  it('have no room for what is longer than any period', () => {
    expect(hours.earliestFit(0, 121)).toBeNull();
    expect(hours.canEverFit(121)).toBe(false);
  });

  it('let a plate be cleared at once while somebody is there, otherwise in the morning', () => {
    expect(hours.clearedAt(150, 10)).toBe(160);
    expect(hours.clearedAt(195, 10)).toBe(310);
    expect(hours.clearedAt(250, 10)).toBe(310);
  });

  it('take a plate to be cleared at once beyond what is known', () => {
    expect(hours.clearedAt(1000, 10)).toBe(1010);
  });

  it('are closed at the instant of closing', () => {
    expect([hours.isOpen(99), hours.isOpen(100), hours.isOpen(199), hours.isOpen(200)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
