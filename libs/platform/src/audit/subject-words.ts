import type { Locale } from '#libs/contracts';

/** The kinds of things that the record is about; the one table of them: a thing of another kind cannot be recorded. */
export const subjectWords = {
  account: { fi: 'henkilö', sv: 'person', en: 'person' },
  booking: { fi: 'varaus', sv: 'bokning', en: 'booking' },
  closure: { fi: 'sulku', sv: 'stängning', en: 'closure' },
  device: { fi: 'näyttö tai silta', sv: 'skärm eller brygga', en: 'screen or bridge' },
  hub: { fi: 'digikeskus', sv: 'digihubb', en: 'hub' },
  'induction-session': { fi: 'perehdytystilaisuus', sv: 'introduktionstillfälle', en: 'induction session' },
  organisation: { fi: 'organisaatio', sv: 'organisation', en: 'organisation' },
  pool: { fi: 'laiteryhmä', sv: 'grupp av enheter', en: 'group of devices' },
  print_job: { fi: 'tuloste', sv: 'utskrift', en: 'print' },
  printer: { fi: 'tulostin', sv: 'skrivare', en: 'printer' },
  resource: { fi: 'laite tai tila', sv: 'utrustning eller rum', en: 'device or room' },
  series: { fi: 'toistuva varaus', sv: 'återkommande bokning', en: 'repeating booking' },
  spool: { fi: 'filamenttikela', sv: 'filamentrulle', en: 'spool of filament' },
  waiting_entry: { fi: 'paikka jonotuslistalla', sv: 'plats på väntelistan', en: 'place on the waiting list' },
} as const satisfies Record<string, Record<Locale, string>>;

export type SubjectType = keyof typeof subjectWords;
