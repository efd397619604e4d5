import { poolSlots } from './pool-slots.js';

describe('free slots of a pool', () => {
  it('are not glued together from two units', () => {
    const slots = poolSlots([[{ start: 0, end: 60 }], [{ start: 60, end: 120 }]]);
    expect(slots).toEqual([
      { start: 0, end: 60 },
      { start: 60, end: 120 },
    ]);
  });

  it('overlap when two units are free at staggered times', () => {
    const slots = poolSlots([[{ start: 30, end: 120 }], [{ start: 0, end: 60 }]]);
    expect(slots).toEqual([
      { start: 0, end: 60 },
      { start: 30, end: 120 },
    ]);
  });

  it('leave out a stretch that lies inside a longer one, and equal ones but for the first', () => {
    const slots = poolSlots([[{ start: 10, end: 20 }], [{ start: 0, end: 60 }], [{ start: 0, end: 60 }]]);
    expect(slots).toEqual([{ start: 0, end: 60 }]);
  });
});
