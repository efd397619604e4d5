import type { GuardianMessages } from './guardian-fi.js';

export const svGuardian: GuardianMessages = {
  'guardian.title': 'Vårdnadshavarens samtycke',
  'guardian.lead':
    'Minderåriga behöver vårdnadshavarens samtycke till utrustning med åldersgräns. Vi skickar en länk till din vårdnadshavare, som svarar via den.',
  'guardian.hub': 'Var vill du använda utrustningen?',
  'guardian.email': 'Vårdnadshavarens e-postadress',
  'guardian.emailHint': 'Ditt förnamn och hubbens namn står i meddelandet.',
  'guardian.send': 'Be om samtycke',
  'guardian.sent': 'Meddelandet är skickat. Du får veta när din vårdnadshavare har svarat.',
  'guardian.askedFrom': 'Begärt av {email}. Länken gäller till {day}.',
  'guardian.givenBy': 'Samtycket gavs av {name}.',
  'guardianState.asked': 'Väntar på svar',
  'guardianState.expired': 'Inget svar i tid',
  'guardianState.consented': 'Samtycke gett',
  'guardianState.refused': 'Inget samtycke',
  'guardianState.withdrawn': 'Samtycket återkallat',
  'guardian.ask':
    '{child} har uppgett att du är vårdnadshavare och ber om ditt samtycke till att använda utrustningen. Plats: {hub}.',
  'guardian.askSomebody':
    'En ung person har uppgett att du är vårdnadshavare och ber om ditt samtycke till att använda utrustningen. Plats: {hub}.',
  'guardian.pointUse':
    'Barnet får boka och använda utrustning med åldersgräns, till exempel 3D-skrivare. Det kostar ingenting.',
  'guardian.pointGuidance': 'Personalen visar hur utrustningen används.',
  'guardian.pointData':
    'Ditt namn och ditt svar sparas bland barnets uppgifter. Din e-postadress raderas om du inte samtycker eller när du återkallar samtycket.',
  'guardian.pointWithdraw': 'Du kan återkalla samtycket när du vill. Länken kommer per e-post.',
  'guardian.terms': 'Läs användarvillkoren och dataskyddsbeskrivningen, version {version} (öppnas i en ny flik)',
  'guardian.name': 'Ditt namn',
  'guardian.nameHint': 'Skriv vårdnadshavarens namn, inte barnets.',
  'guardian.give': 'Jag samtycker',
  'guardian.refuse': 'Jag samtycker inte',
  'guardian.linkDead': 'Länken fungerar inte',
  'guardian.linkDeadText':
    'Den kan ha gått ut eller brutits av i meddelandet. Försök öppna länken i meddelandet på nytt. Den unga kan vid behov skicka en ny begäran från sina egna uppgifter.',
  'guardian.until': 'Du kan svara till {day}.',
  'guardian.consented': 'Samtycket är gett. Tack!',
  'guardian.consentedText':
    'Du får en bekräftelse per e-post. Spara den: där finns länken för att återkalla samtycket.',
  'guardian.refused': 'Svaret har sparats.',
  'guardian.refusedText': 'Du gav inte ditt samtycke. Barnet får veta det och din e-postadress har raderats.',
  'guardian.withdrawAsk': 'Du har gett ditt samtycke till att använda utrustningen. För: {child}. Plats: {hub}.',
  'guardian.withdrawAskSomebody': 'Du har gett ditt samtycke till att använda utrustningen. Plats: {hub}.',
  'guardian.withdrawWhat':
    'När du återkallar samtycket går det inte att göra nya bokningar av utrustning med åldersgräns. Gjorda bokningar står kvar och personalen ser dem.',
  'guardian.withdraw': 'Återkalla samtycket',
  'guardian.withdrawn': 'Samtycket är återkallat.',
  'guardian.withdrawnText': 'Barnet får veta det och din e-postadress har raderats.',
};
