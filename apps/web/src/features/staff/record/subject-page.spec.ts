import { subjectPage } from './subject-page.js';

const id = '019a0000-0000-7000-8000-000000000001';
const pageOf = (subjectType: string, subject: { ref?: string; startsAt?: string } | null = {}, action = 'x.y') =>
  subjectPage(
    {
      action,
      subjectType,
      subjectId: id,
      subject: subject && { name: 'Studio', ref: subject.ref ?? null, startsAt: subject.startsAt ?? null },
    },
    'Europe/Helsinki',
  );

describe('subjectPage', () => {
  it('shows a booking on its day of the hub’s calendar', () => {
    expect(pageOf('booking', { startsAt: '2026-11-22T22:30:00Z' })).toBe('/staff/calendar/2026-11-23');
  });

  it.each([
    ['series', {}, `/staff/series/${id}`],
    ['print_job', {}, `/prints/${id}`],
    ['account', {}, `/staff/people/${id}`],
    ['printer', { ref: 'printer-1' }, '/staff/printers/printer-1'],
    ['spool', { ref: '12' }, '/staff/filament/12'],
    ['resource', { ref: 'studio' }, '/staff/resources'],
    ['closure', {}, '/staff/closing'],
    ['device', {}, '/staff/devices'],
  ] as const)('shows a %s where staff see it', (subjectType, subject, page) => {
    expect(pageOf(subjectType, subject)).toBe(page);
  });

  it('goes to the rules when it was those that were changed', () => {
    expect(pageOf('resource', { ref: 'studio' }, 'policy.change')).toBe('/staff/rules/resource/studio');
    expect(pageOf('hub', { ref: 'viitasaari' }, 'policy.change')).toBe('/staff/rules');
  });

  it('goes to the hours for the hub’s hours, and nowhere for what of the hub has no page', () => {
    expect(pageOf('hub', {}, 'opening.set-week')).toBe('/staff/hours');
    expect(pageOf('hub', {}, 'queue.change')).toBeUndefined();
  });

  it('goes nowhere for what is there no more, or is unknown', () => {
    expect(pageOf('print_job', null)).toBeUndefined();
    expect(pageOf('comet')).toBeUndefined();
  });
});
