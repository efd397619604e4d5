import type { SignInMessages } from './sign-in-fi.js';

export const enSignIn: SignInMessages = {
  'terms.bySigningIn': 'By signing in you accept the terms of use and the privacy notice.',
  'terms.bySigningInVersion': 'By signing in you accept the terms of use and the privacy notice (version {version}).',
  'terms.readInNewTab': 'Read them in a new tab',
  'terms.title': 'Terms of use and privacy',
  'terms.version': 'Version {version}',
  'terms.changed': 'The terms of use or the privacy notice has changed',
  'terms.changedText':
    'Your bookings and prints are as they were. Read the new texts and accept them when you have a moment.',
  'terms.read': 'Read',
  'terms.agree': 'I accept',
  'signInProblem.expired': 'Signing in was interrupted or took too long. Start again.',
  'signInProblem.unavailable':
    'The town’s sign-in service is not answering right now. You can also sign in with a code by e-mail.',
  'signInProblem.denied': 'Signing in was cancelled at the town’s sign-in service.',
  'signInProblem.emailUnverified':
    'The town’s sign-in service has not verified your e-mail address. Sign in with a code by e-mail.',
  'signInProblem.tooOften': 'There have been too many sign-in attempts in a row. Wait a while and try again.',
  'sessions.title': 'Where you are signed in',
  'sessions.lead': 'Devices on which you are signed in. If you do not recognise one, sign it out.',
  'sessions.onlyHere': 'You are not signed in anywhere else.',
  'sessions.here': 'This device',
  'sessions.seenAt': 'Last used {when}',
  'sessions.since': 'Signed in {when}',
  'sessions.end': 'Sign out',
  'sessions.endOf': 'Sign out: {device}, last used {when}',
  'sessions.ended': 'The sign-in has ended.',
  'sessions.endOthers': 'Sign out on all other devices',
  'sessions.endOthersAsk': 'Sign you out on all other devices?',
  'sessions.endOthersText': 'You stay signed in on this device.',
  'sessions.othersEnded': 'The other sign-ins have ended.',
  'deviceKind.computer': 'Computer',
  'deviceKind.phone': 'Phone',
  'deviceKind.tablet': 'Tablet',
  'deviceKind.unknown': 'Unknown device',
};
