import type { ClosingMessages } from './closing-fi.js';

export const svClosing: ClosingMessages = {
  'closing.title': 'Stängningar och fel',
  'closing.lead': 'Innan något stängs ser du vem det berör.',
  'closing.things': 'Apparater och rum',
  'closing.inUse': 'I bruk',
  'closing.putOut': 'Ta ur bruk',
  'closing.putOutTitle': 'Ska {name} tas ur bruk?',
  'closing.putIn': 'Ta i bruk igen',
  'closing.outUntil': '{reason} (till {when})',
  'closing.lastDay': 'Sista dagen ur bruk',
  'closing.lastDayHint': 'Lämna tomt om du inte vet ännu.',
  'closing.closures': 'Kommande stängningar',
  'closing.none': 'Inga avvikande stängningar.',
  'closing.fromTo': '{from} – {to}',
  'closing.lift': 'Ta bort stängningen',
  'closing.new': 'Stäng digihubben för en tid',
  'closing.fromDay': 'Stängs',
  'closing.fromTime': 'Klockan (stängs)',
  'closing.toDay': 'Öppnas igen',
  'closing.toTime': 'Klockan (öppnas)',
  'closing.reason': 'Orsak',
  'closing.reasonHint': 'De som bokat ser texten som den är.',
  'closing.preview': 'Se vem detta berör',
  'closing.close': 'Stäng och meddela dem som bokat',
  'impact.none': 'Ingen bokning behöver flyttas eller avbokas.',
  'impact.title': 'Detta påverkar bokningar',
  'impact.cancelled':
    '{count, plural, one {En bokning avbokas, och den som bokat får veta det} other {# bokningar avbokas, och de som bokat får veta det}}',
  'impact.moved':
    '{count, plural, one {En bokning flyttas till en annan likadan apparat} other {# bokningar flyttas till andra likadana apparater}}',
  'impact.ongoing':
    '{count, plural, one {En bokning pågår redan: kom överens på plats} other {# bokningar pågår redan: kom överens på plats}}',
};
