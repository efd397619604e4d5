import type { BookingRuleMessages } from './booking-rules-fi.js';

export const enBookingRules: BookingRuleMessages = {
  'bookingNeed.staff': 'You cannot book this yourself. Ask the staff.',
  'bookingNeed.induction': 'To book this you need an induction: {name}. Ask the staff if you do not have it yet.',
  'bookingNeed.age': 'Anyone under {years} needs a guardian’s consent.',
  'bookingNeed.askGuardian': 'Ask for consent',
  'bookingRule.title': 'Good to know about booking',
  'bookingRule.length': 'You can book at least {shortest} and at most {longest} at a time.',
  'bookingRule.fixedLength': 'A booking always lasts {length}.',
  'bookingRule.horizon':
    '{days, plural, one {You can book up to # day ahead.} other {You can book up to # days ahead.}}',
  'bookingRule.notice': 'Book at least {before} before the start.',
  'bookingRule.active':
    '{bookings, plural, one {You can have one such booking at a time.} other {You can have up to # such bookings at a time.}}',
  'bookingRule.quota': 'Your bookings of one week may last {perWeek} at most, taken together.',
  'bookingRule.approval':
    '{minutes, plural, =0 {Every booking first waits for the staff’s approval.} other {A booking of over {over} first waits for the staff’s approval.}}',
  'bookingRule.change':
    '{minutes, plural, =0 {You can cancel or move a booking until it starts.} other {You can cancel or move a booking until {before} before the start.}}',
  'bookingRule.checkIn':
    '{minutes, plural, =0 {Check in when you are here: not before the start, and at most {within} after it. Otherwise the time is given to others.} other {Check in when you are here: from {before} before the start to {within} after it. Otherwise the time is given to others.}}',
  'bookingRule.days': '{days, plural, one {# day} other {# days}}',
};
