import type { Booking, Resource } from '#libs/contracts';
import { attendanceRules } from './attendance-rules.js';

const aThing = (id: string, checkInOpensMinutes: number, noShowAfterMinutes: number) =>
  ({ id, category: 'room', policy: { checkInOpensMinutes, noShowAfterMinutes } }) as Resource;
const aBookingOf = (...ids: string[]) => ({ resources: ids.map((id) => ({ id })) }) as Booking;

const things = [aThing('studio', 60, 30), aThing('podcast', 5, 45)];

describe('attendanceRules', () => {
  it('are those of the thing itself, not of another of its kind', () => {
    const ofStudio = { checkInOpensMinutes: 60, noShowAfterMinutes: 30 };
    expect(attendanceRules(aBookingOf('studio'), things)).toEqual(ofStudio);
  });

  it('are the strictest where several things were booked together', () => {
    const both = aBookingOf('studio', 'podcast');
    expect(attendanceRules(both, things)).toEqual({ checkInOpensMinutes: 5, noShowAfterMinutes: 30 });
  });

  it('are the usual ones until the hub’s are known', () => {
    expect(attendanceRules(aBookingOf('studio'), [])).toEqual({ checkInOpensMinutes: 15, noShowAfterMinutes: 15 });
  });
});
