import type { HereMessages } from './here-fi.js';

export const svHere: HereMessages = {
  'useNow.action': 'Börja använda genast',
  'useNow.signIn': 'Logga in och börja använda genast',
  'useNow.title': 'Börja använda? {name}',
  'useNow.until': 'Det här är ditt till {when}. Vill du fortsätta kan du förlänga tiden på sidan Mina bokningar.',
  'useNow.refused': 'Det här går inte att börja använda just nu.',
  'useNow.yes': 'Ja, börja använda',
  'useNow.done': '{name} är din till {when}.',
  'here.title': 'Jag är här',
  'here.lead': 'Checka in på din bokning eller börja använda något ledigt genast.',
  'here.reason': 'Logga in för att se dina bokningar i dag.',
  'here.today': 'Dina bokningar i dag',
  'here.none': 'Du har inga bokningar i dag.',
  'here.opens': 'Incheckningen öppnar {when}.',
  'here.welcome': 'Välkommen! {name} är din till {when}.',
  'here.free': 'Ledigt nu',
  'here.nothingFree': 'Just nu är ingenting ledigt.',
  'accessibility.title': 'Tillgänglighetsutlåtande',
  'bookings.checkInCode': 'Incheckningskod: {code}',
};
