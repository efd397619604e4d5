/** What administrators read about what was done in their hub. */
export const fiRecord = {
  'record.title': 'Tapahtumaloki',
  'record.lead': 'Kuka teki mitä ja milloin. Merkintöjä ei voi muuttaa.',
  'record.notAdmin': 'Tapahtumaloki on keskuksen ylläpitäjille.',
  'record.about': 'Mitä tapahtumat koskevat?',
  'record.everything': 'Kaikki tapahtumat',
  'record.none': 'Tapahtumia ei ole.',
  'record.shown': '{count, plural, one {# tapahtuma näkyvissä} other {# tapahtumaa näkyvissä}}',
  'record.more': 'Näytä lisää',
  /** A print without the name that its owner has given its file. */
  'record.print': 'Tuloste',
  'record.end': 'Vanhempia tapahtumia ei ole.',
  'record.reason': 'Syy: {reason}',
  'record.lostToClosure': 'keskus on silloin kiinni',
  'record.lostToFault': 'laite tai tila on pois käytöstä',
  'record.readLogged':
    'Myös lokin katselu kirjataan. Ihmiset näkevät omista tiedoistaan, milloin heitä koskevia tapahtumia on katsottu.',
  'record.of.booking': 'Varaukset',
  'record.of.series': 'Toistuvat varaukset',
  'record.of.waiting_entry': 'Jonotuslista',
  'record.of.print_job': 'Tulosteet',
  'record.of.printer': 'Tulostimet',
  'record.of.spool': 'Filamenttirullat',
  'record.of.resource': 'Laitteet ja tilat',
  'record.of.pool': 'Ryhmät',
  'record.of.account': 'Ihmiset',
  'record.of.induction-session': 'Perehdytykset',
  'record.of.closure': 'Sulkemiset',
  'record.of.hub': 'Keskus, aukiolot ja säännöt',
  'record.of.device': 'Näytöt ja sillat',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type RecordMessages = Record<keyof typeof fiRecord, string>;
