import type { HereMessages } from './here-fi.js';

export const enHere: HereMessages = {
  'useNow.action': 'Use it now',
  'useNow.signIn': 'Sign in and use it now',
  'useNow.title': 'Use it now? {name}',
  'useNow.until':
    'It is yours until {when}. If you want to go on, you can make the time longer on the page My bookings.',
  'useNow.refused': 'This cannot be used just now.',
  'useNow.yes': 'Yes, use it now',
  'useNow.done': '{name} is yours until {when}.',
  'here.title': 'I am here',
  'here.lead': 'Check in to your booking, or use something free at once.',
  'here.reason': 'Sign in to see your bookings of today.',
  'here.today': 'Your bookings today',
  'here.none': 'You have no bookings today.',
  'here.opens': 'Check-in opens {when}.',
  'here.welcome': 'Welcome! {name} is yours until {when}.',
  'here.free': 'Free now',
  'here.nothingFree': 'Nothing is free just now.',
  'accessibility.title': 'Accessibility statement',
  'bookings.checkInCode': 'Check-in code: {code}',
};
