import { unitStatus, type UnitFacts } from './unit-status.js';

const today = { start: 100, end: 200 };
const tomorrow = { start: 400, end: 500 };
const someFacts = (changes: Partial<UnitFacts> = {}): UnitFacts => ({
  opening: [today, tomorrow],
  busy: [],
  outOfOrderUntil: undefined,
  ...changes,
});

describe('the status of a unit', () => {
  it('is free until the next booking or until the hub closes', () => {
    expect(unitStatus(someFacts(), 150)).toEqual({ status: 'free', freeUntil: 200, freeFrom: null });
    const busy = [{ start: 170, end: 180 }];
    expect(unitStatus(someFacts({ busy }), 150)).toEqual({ status: 'free', freeUntil: 170, freeFrom: null });
  });

  it('is busy until the last of the bookings that follow each other', () => {
    const busy = [
      { start: 160, end: 180 },
      { start: 140, end: 160 },
    ];
    expect(unitStatus(someFacts({ busy }), 150)).toEqual({ status: 'busy', freeUntil: null, freeFrom: 180 });
  });

  it('is free again tomorrow when it is taken until the hub closes', () => {
    const busy = [{ start: 140, end: 230 }];
    expect(unitStatus(someFacts({ busy }), 150).freeFrom).toBe(400);
  });

  it('is closed outside opening hours, whatever is booked', () => {
    const busy = [{ start: 400, end: 420 }];
    expect(unitStatus(someFacts({ busy }), 300)).toEqual({ status: 'closed', freeUntil: null, freeFrom: 420 });
  });

  it('is out of order until it is expected back, and nobody knows when without a date', () => {
    expect(unitStatus(someFacts({ outOfOrderUntil: null }), 150)).toMatchObject({
      status: 'out_of_order',
      freeFrom: null,
    });
    expect(unitStatus(someFacts({ outOfOrderUntil: 180 }), 150)).toMatchObject({
      status: 'out_of_order',
      freeFrom: 180,
    });
    expect(unitStatus(someFacts({ outOfOrderUntil: 140 }), 150).status).toBe('free');
  });
});
