import type { ClosingMessages } from './closing-fi.js';

export const enClosing: ClosingMessages = {
  'closing.title': 'Closures and faults',
  'closing.lead': 'Before anything is closed, you see whom it concerns.',
  'closing.things': 'Things and rooms',
  'closing.inUse': 'In use',
  'closing.putOut': 'Put out of order',
  'closing.putOutTitle': 'Put out of order: {name}?',
  'closing.putIn': 'Back in use',
  'closing.outUntil': '{reason} (until {when})',
  'closing.lastDay': 'Last day out of order',
  'closing.lastDayHint': 'Leave it empty if you do not know yet.',
  'closing.closures': 'Coming closures',
  'closing.none': 'There are no closures.',
  'closing.fromTo': '{from} – {to}',
  'closing.lift': 'Lift it',
  'closing.new': 'Close the hub for a while',
  'closing.fromDay': 'Closes on',
  'closing.fromTime': 'At (closes)',
  'closing.toDay': 'Opens again on',
  'closing.toTime': 'At (opens)',
  'closing.reason': 'Reason',
  'closing.reasonHint': 'People who booked see this text as it is.',
  'closing.preview': 'See whom this concerns',
  'closing.close': 'Close it and tell them',
  'impact.none': 'No booking has to be moved or cancelled.',
  'impact.title': 'This changes bookings',
  'impact.cancelled':
    '{count, plural, one {One booking is cancelled, and its person is told} other {# bookings are cancelled, and their people are told}}',
  'impact.moved':
    '{count, plural, one {One booking gets another unit of the same kind} other {# bookings get other units of the same kind}}',
  'impact.ongoing':
    '{count, plural, one {One booking has begun: settle it on the spot} other {# bookings have begun: settle it on the spot}}',
};
