import type { PeopleMessages } from './people-fi.js';

export const svPeople: PeopleMessages = {
  'people.title': 'Människor och organisationer',
  'people.lead': 'Gå igenom vad besökarna har uppgett.',
  'people.organisations': 'Nya organisationer',
  'people.noOrganisations': 'Inga nya organisationer.',
  'people.organisationFacts': '{kind}, {members, plural, one {# person} other {# personer}}',
  'people.organisationName': 'Organisationens namn',
  'people.organisationHint': 'Rätta namnet vid behov. Om du skriver en annan organisations namn slås de två ihop.',
  'people.confirm': 'Bekräfta',
  'people.confirmOf': 'Bekräfta {name}',
  'people.memberships': 'Tillhörigheter',
  'people.noMemberships': 'Det finns inga tillhörigheter att bekräfta.',
  'people.belongs': '{person} uppger sig höra till {organisation}.',
  'people.belongsYes': 'Bekräfta: {person}, {organisation}',
  'people.belongsNo': 'Ta bort: {person}, {organisation}',
  'people.remove': 'Ta bort',
  'people.consents': 'Samtycken som saknas',
  'people.noConsents': 'Inga begärda samtycken saknas.',
  'people.comingBookings':
    '{count, plural, =0 {Inga kommande bokningar.} one {# kommande bokning.} other {# kommande bokningar.}}',
};
