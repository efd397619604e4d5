import { chooseUnits } from './choose-unit.js';

const open = { start: 0, end: 600 };
const wanted = { start: 120, end: 180 };
const unit = (name: string, ...busy: [number, number][]) => ({
  name,
  busy: busy.map(([start, end]) => ({ start, end })),
});
const order = (...units: ReturnType<typeof unit>[]) => chooseUnits(units, wanted, open).map((u) => u.name);

describe('choosing a unit of a pool', () => {
  it('takes the one whose gap is filled exactly before one that is free all day', () => {
    expect(order(unit('idle'), unit('exact', [60, 120], [180, 240]))).toEqual(['exact', 'idle']);
  });

  it('prefers the shorter of two gaps', () => {
    expect(order(unit('long', [0, 60]), unit('short', [0, 60], [240, 300]))).toEqual(['short', 'long']);
  });

  it('keeps the given order among equals', () => {
    expect(order(unit('vr-1'), unit('vr-2'), unit('vr-3'))).toEqual(['vr-1', 'vr-2', 'vr-3']);
  });
});
