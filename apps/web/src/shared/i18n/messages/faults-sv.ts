import type { FaultsMessages } from './faults-fi.js';

export const svFaults: FaultsMessages = {
  'faults.title': 'Anmälda fel',
  'faults.noText': 'Ingen närmare beskrivning.',
  'faults.reportedAt': 'Anmält {when}',
  'faults.close': 'Åtgärdat',
  'faults.closeTitle': 'Vad gjordes? {name}',
  'faults.done': 'Vad gjordes',
  'faults.doneHint': 'Till exempel: lampan byttes. Sparas.',
  'faults.stillOut': 'Utrustningen är fortfarande ur bruk. Du kan ta den i bruk innan du kvitterar.',
  'faults.putOut': 'Ta ur bruk',
  'faults.putOutTitle': 'Ska den tas ur bruk? {name}',
  'faults.putIn': 'Ta i bruk igen',
  'faults.reasonHint': 'Orsaken syns för alla.',
  'faults.cancelled':
    '{count, plural, =0 {Inga bokningar ställs in.} one {En bokning ställs in och den som bokat får ett meddelande.} other {# bokningar ställs in och de som bokat får ett meddelande.}}',
  'faults.moved':
    '{count, plural, one {En bokning flyttas till en likadan.} other {# bokningar flyttas till likadana.}}',
  'faults.printGoesOn': 'En pågående utskrift körs färdigt.',
};
