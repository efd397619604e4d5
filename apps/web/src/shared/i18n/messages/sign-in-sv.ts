import type { SignInMessages } from './sign-in-fi.js';

export const svSignIn: SignInMessages = {
  'terms.bySigningIn': 'Genom att logga in godkänner du användarvillkoren och dataskyddsbeskrivningen.',
  'terms.bySigningInVersion':
    'Genom att logga in godkänner du användarvillkoren och dataskyddsbeskrivningen (version {version}).',
  'terms.readInNewTab': 'Läs dem i en ny flik',
  'terms.title': 'Användarvillkor och dataskydd',
  'terms.version': 'Version {version}',
  'terms.changed': 'Användarvillkoren eller dataskyddsbeskrivningen har ändrats',
  'terms.changedText':
    'Dina bokningar och utskrifter är oförändrade. Läs de nya texterna och godkänn dem när du hinner.',
  'terms.read': 'Läs',
  'terms.agree': 'Jag godkänner',
  'signInProblem.expired': 'Inloggningen avbröts eller blev för gammal. Börja om.',
  'signInProblem.unavailable':
    'Kommunens inloggningstjänst svarar inte just nu. Du kan också logga in med en kod till din e-post.',
  'signInProblem.denied': 'Inloggningen avbröts i kommunens inloggningstjänst.',
  'signInProblem.emailUnverified':
    'Kommunens inloggningstjänst har inte bekräftat din e-postadress. Logga in med en kod till din e-post.',
  'signInProblem.tooOften': 'Det har gjorts för många inloggningsförsök i rad. Vänta en stund och försök igen.',
  'sessions.title': 'Inloggningar',
  'sessions.lead': 'Enheter där du är inloggad. Känner du inte igen någon av dem kan du logga ut den.',
  'sessions.onlyHere': 'Du är inte inloggad någon annanstans.',
  'sessions.here': 'Den här enheten',
  'sessions.seenAt': 'Senast använd {when}',
  'sessions.since': 'Inloggad {when}',
  'sessions.end': 'Logga ut',
  'sessions.endOf': 'Logga ut: {device}, senast använd {when}',
  'sessions.ended': 'Inloggningen har avslutats.',
  'sessions.endOthers': 'Logga ut från alla andra enheter',
  'sessions.endOthersAsk': 'Ska du loggas ut från alla andra enheter?',
  'sessions.endOthersText': 'På den här enheten förblir du inloggad.',
  'sessions.othersEnded': 'De andra inloggningarna har avslutats.',
  'deviceKind.computer': 'Dator',
  'deviceKind.phone': 'Telefon',
  'deviceKind.tablet': 'Surfplatta',
  'deviceKind.unknown': 'Okänd enhet',
};
