import type { PrintDeskMessages } from './print-desk-fi.js';

export const enPrintDesk: PrintDeskMessages = {
  'review.title': 'To approve',
  'review.count':
    '{count, plural, =0 {No prints to approve} one {One print waits for approval} other {# prints wait for approval}}',
  'review.none': 'All prints have been dealt with.',
  'review.wantsMaterial': 'Material wished for: {material}',
  'review.approve': 'Approve',
  'review.requestChanges': 'Ask for changes',
  'review.reject': 'Reject',
  'review.requestChangesTitle': 'What needs to change?',
  'review.rejectTitle': 'Why is the print rejected?',
  'review.reason': 'Reason',
  'review.reasonHint': 'The sender sees this text as it is.',
  'queue.title': 'Print queue',
  'queue.none': 'The queue is empty.',
  'queue.someFile': 'Print',
  'queue.move': 'Move in the queue',
  'queue.moveWhere': 'Place in the queue',
  'queue.toFirst': 'To the front',
  'queue.toLast': 'To the end',
  'queue.toTurn': 'Back to its own place',
  'queue.moveReasonHint': 'Whoever sent the print sees the reason.',
  'queue.moved': '{name} was moved. The queue is being worked out again.',
  'queue.turnText': 'The print goes back to where it would be had it not been moved.',
};
