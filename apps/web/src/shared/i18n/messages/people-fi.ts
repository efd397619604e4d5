/** What staff read about people and organisations. */
export const fiPeople = {
  'people.title': 'Ihmiset ja organisaatiot',
  'people.lead': 'Tarkista, mitä kävijät ovat kertoneet.',
  'people.organisations': 'Uudet organisaatiot',
  'people.noOrganisations': 'Uusia organisaatioita ei ole.',
  'people.organisationFacts': '{kind}, {members, plural, one {# henkilö} other {# henkilöä}}',
  'people.organisationName': 'Organisaation nimi',
  'people.organisationHint':
    'Korjaa nimi tarvittaessa. Jos kirjoitat toisen organisaation nimen, nämä kaksi yhdistetään.',
  'people.confirm': 'Vahvista',
  'people.confirmOf': 'Vahvista {name}',
  'people.memberships': 'Jäsenyydet',
  'people.noMemberships': 'Vahvistettavia jäsenyyksiä ei ole.',
  'people.belongs': '{person} kertoo kuuluvansa organisaatioon {organisation}.',
  'people.belongsYes': 'Vahvista: {person}, {organisation}',
  'people.belongsNo': 'Poista: {person}, {organisation}',
  'people.remove': 'Poista',
  'people.consents': 'Puuttuvat huoltajan suostumukset',
  'people.noConsents': 'Pyydettyjä suostumuksia ei puutu.',
  'people.comingBookings':
    '{count, plural, =0 {Ei tulevia varauksia.} one {# tuleva varaus.} other {# tulevaa varausta.}}',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type PeopleMessages = Record<keyof typeof fiPeople, string>;
