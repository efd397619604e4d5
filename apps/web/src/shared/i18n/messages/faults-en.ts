import type { FaultsMessages } from './faults-fi.js';

export const enFaults: FaultsMessages = {
  'faults.title': 'Reported faults',
  'faults.noText': 'No description was given.',
  'faults.reportedAt': 'Reported {when}',
  'faults.close': 'Seen to',
  'faults.closeTitle': 'What was done? {name}',
  'faults.done': 'What was done',
  'faults.doneHint': 'For example: changed the lamp. Is kept.',
  'faults.stillOut': 'It is still out of order. You may put it back in use first.',
  'faults.putOut': 'Put out of order',
  'faults.putOutTitle': 'Put out of order? {name}',
  'faults.putIn': 'Back in use',
  'faults.reasonHint': 'Everybody sees the reason.',
  'faults.cancelled':
    '{count, plural, =0 {No booking is cancelled.} one {One booking is cancelled, and its person is told.} other {# bookings are cancelled, and their people are told.}}',
  'faults.moved':
    '{count, plural, one {One booking moves to another of the kind.} other {# bookings move to others of the kind.}}',
  'faults.printGoesOn': 'A print that is running goes on to its end.',
};
