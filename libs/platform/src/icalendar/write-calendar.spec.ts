import ICAL from 'ical.js';
import { writeCalendar, type CalendarEvent } from './write-calendar.js';

const anEvent = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'b1@digikeskus',
  sequence: 2,
  startsAt: new Date('2026-03-29T07:00:00Z'),
  endsAt: new Date('2026-03-29T08:30:00Z'),
  title: 'Studio, kamera; "iso" \\ 2\nrivi',
  location: 'Viitasaaren Digikeskus, Keskitie 1',
  status: 'CONFIRMED',
  stampedAt: new Date('2026-03-01T12:00:00Z'),
  ...changes,
});

function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent') };
}

describe('a written calendar', () => {
  it('reads the same in an independent parser', () => {
    const { calendar, events } = parse(writeCalendar([anEvent()], { method: 'PUBLISH', name: 'Omat varaukset' }));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Omat varaukset');
    expect(events).toHaveLength(1);
    const event = new ICAL.Event(events[0]);
    expect(event.uid).toBe('b1@digikeskus');
    expect(event.sequence).toBe(2);
    expect(event.summary).toBe('Studio, kamera; "iso" \\ 2\nrivi');
    expect(event.location).toBe('Viitasaaren Digikeskus, Keskitie 1');
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-29T07:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-03-29T08:30:00.000Z');
    expect(String(events[0]?.getFirstPropertyValue('dtstamp'))).toBe('2026-03-01T12:00:00Z');
  });

  it('invites one person on behalf of the hub', () => {
    const people = {
      organizer: { name: 'Viitasaaren Digikeskus', email: 'no-reply@digikeskus.example' },
      attendee: { name: 'Åsa "Assi" Öberg; extra', email: 'asa@example.org' },
    };
    const { calendar, events } = parse(writeCalendar([anEvent(people)], { method: 'REQUEST' }));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(String(events[0]?.getFirstPropertyValue('organizer')).toLowerCase()).toBe(
      'mailto:no-reply@digikeskus.example',
    );
    expect(String(events[0]?.getFirstPropertyValue('attendee'))).toBe('mailto:asa@example.org');
    expect(events[0]?.getFirstProperty('attendee')?.getParameter('partstat')).toBe('ACCEPTED');
  });

  it('takes back what was cancelled', () => {
    const { events } = parse(writeCalendar([anEvent({ status: 'CANCELLED', sequence: 3 })], { method: 'CANCEL' }));
    expect(events[0]?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(events[0]?.getFirstPropertyValue('sequence')).toBe(3);
  });

  it('may be empty, and folds long lines so that they read as one', () => {
    expect(parse(writeCalendar([], { method: 'PUBLISH' })).events).toEqual([]);
    const text = writeCalendar([anEvent({ title: 'Ääkkösiä '.repeat(40).trim() })], { method: 'PUBLISH' });
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
    expect(new ICAL.Event(parse(text).events[0]).summary).toBe('Ääkkösiä '.repeat(40).trim());
  });

  it('of the same version is the same text', () => {
    expect(writeCalendar([anEvent()], { method: 'PUBLISH' })).toBe(writeCalendar([anEvent()], { method: 'PUBLISH' }));
  });
});
