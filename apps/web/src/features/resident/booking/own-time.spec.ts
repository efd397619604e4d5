import { withOwnTime } from './own-time.js';

const range = (from: string, to: string) => ({
  startsAt: `2026-11-23T${from}:00.000Z`,
  endsAt: `2026-11-23T${to}:00.000Z`,
});
const noPause = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };

describe('withOwnTime', () => {
  it('joins the own time with what is free beside it', () => {
    const free = [range('08:00', '10:00'), range('11:00', '12:00'), range('14:00', '15:00')];
    expect(withOwnTime(free, range('10:00', '11:00'), noPause)).toEqual([
      range('08:00', '12:00'),
      range('14:00', '15:00'),
    ]);
  });

  it('gives up the pause after the booking with it', () => {
    const free = [range('11:15', '12:00')];
    const pause = { bufferBeforeMinutes: 0, bufferAfterMinutes: 15 };
    expect(withOwnTime(free, range('10:00', '11:00'), pause)).toEqual([range('10:00', '12:00')]);
    expect(withOwnTime(free, range('10:00', '11:00'), noPause)).toEqual([range('10:00', '11:00'), ...free]);
  });
});
