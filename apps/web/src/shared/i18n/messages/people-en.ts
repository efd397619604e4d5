import type { PeopleMessages } from './people-fi.js';

export const enPeople: PeopleMessages = {
  'people.title': 'People and organisations',
  'people.lead': 'Look through what visitors have told.',
  'people.organisations': 'New organisations',
  'people.noOrganisations': 'There are no new organisations.',
  'people.organisationFacts': '{kind}, {members, plural, one {# person} other {# people}}',
  'people.organisationName': 'Name of the organisation',
  'people.organisationHint': 'Correct the name if needed. The name of another organisation makes the two one.',
  'people.confirm': 'Confirm',
  'people.confirmOf': 'Confirm {name}',
  'people.memberships': 'Memberships',
  'people.noMemberships': 'There are no memberships to confirm.',
  'people.belongs': '{person} says to belong to {organisation}.',
  'people.belongsYes': 'Confirm: {person}, {organisation}',
  'people.belongsNo': 'Remove: {person}, {organisation}',
  'people.remove': 'Remove',
  'people.consents': 'Missing consents of guardians',
  'people.noConsents': 'No consent that was asked for is missing.',
  'people.comingBookings':
    '{count, plural, =0 {No bookings to come.} one {# booking to come.} other {# bookings to come.}}',
};
