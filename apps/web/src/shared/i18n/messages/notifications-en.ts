import type { NotificationsMessages } from './notifications-fi.js';

export const enNotifications: NotificationsMessages = {
  'notifications.title': 'Notifications',
  'notifications.lead': 'Choose what you want to be told by e-mail. The choice is yours alone.',
  'notifications.to':
    'The mails go to {email}. About the same topic there is at most one in a quarter of an hour, and none about what you did yourself. Each printer that is too hot is told at once.',
  'notifications.label': 'What do you want to be told?',
  'notifications.too_hot': 'A printer is too hot',
  'notifications.alarm': 'A printer cannot be reached, or a print makes no progress',
  'notifications.print_failed': 'A print has failed',
  'notifications.fault': 'Somebody has reported a fault',
  'notifications.print_review': 'A new print waits for approval',
  'notifications.booking_approval': 'A new booking request waits for approval',
  'notifications.saved':
    '{count, plural, =0 {Saved. You get no notifications.} one {Saved. You are told of one topic.} other {Saved. You are told of # topics.}}',
};
