import type { Locale, ReadKind, Role, StaffTopic } from '#libs/contracts';
import type { PlainWords } from '#libs/platform';

/** Languages by their codes. */
export const localeWords: Record<Locale, PlainWords> = {
  fi: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  sv: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  en: { fi: 'englanti', sv: 'engelska', en: 'English' },
};

export const ageGroupWords: Readonly<Record<string, PlainWords>> = {
  under_13: { fi: 'alle 13 vuotta', sv: 'under 13 år', en: 'under 13' },
  '13_17': { fi: '13–17 vuotta', sv: '13–17 år', en: '13–17' },
  '18_29': { fi: '18–29 vuotta', sv: '18–29 år', en: '18–29' },
  '30_64': { fi: '30–64 vuotta', sv: '30–64 år', en: '30–64' },
  '65_plus': { fi: '65 vuotta tai enemmän', sv: '65 år eller mer', en: '65 or more' },
};

export const roleWords: Record<Role, PlainWords> = {
  resident: { fi: 'asukas', sv: 'invånare', en: 'resident' },
  staff: { fi: 'henkilökunta', sv: 'personal', en: 'staff' },
  admin: { fi: 'ylläpitäjä', sv: 'administratör', en: 'administrator' },
  system: { fi: 'järjestelmän ylläpitäjä', sv: 'systemadministratör', en: 'system administrator' },
};

export const organisationKindWords: Readonly<Record<string, PlainWords>> = {
  company: { fi: 'yritys', sv: 'företag', en: 'company' },
  education_research: {
    fi: 'oppilaitos tai tutkimuslaitos',
    sv: 'läroanstalt eller forskning',
    en: 'education or research',
  },
  municipality: { fi: 'kunta', sv: 'kommun', en: 'municipality' },
  third_sector: { fi: 'yhdistys tai muu järjestö', sv: 'förening eller annan organisation', en: 'association' },
};

export const guardianStateWords: Readonly<Record<string, PlainWords>> = {
  asked: { fi: 'odottaa vastausta', sv: 'väntar på svar', en: 'waiting for an answer' },
  expired: { fi: 'vanhentunut', sv: 'har gått ut', en: 'expired' },
  consented: { fi: 'suostunut', sv: 'har samtyckt', en: 'consented' },
  refused: { fi: 'ei suostunut', sv: 'har nekat', en: 'refused' },
  withdrawn: { fi: 'suostumus peruttu', sv: 'samtycket har återtagits', en: 'withdrawn' },
  replaced: { fi: 'korvattu uudella', sv: 'ersatt med ett nytt', en: 'replaced by a newer one' },
};

export const readKindWords: Record<ReadKind, PlainWords> = {
  bookings: { fi: 'varaukset', sv: 'bokningar', en: 'bookings' },
  waitingList: { fi: 'jonotukset', sv: 'köplatser', en: 'waiting list' },
  prints: { fi: 'tulosteet', sv: 'utskrifter', en: 'prints' },
  inductions: { fi: 'perehdytykset', sv: 'introduktioner', en: 'inductions' },
  people: { fi: 'henkilötiedot', sv: 'personuppgifter', en: 'personal details' },
  audit: { fi: 'tapahtumaloki', sv: 'händelselogg', en: 'log of events' },
};

export const staffTopicWords: Record<StaffTopic, PlainWords> = {
  too_hot: { fi: 'tulostin on liian kuuma', sv: 'skrivare för het', en: 'printer too hot' },
  alarm: { fi: 'tulostimen häiriöt', sv: 'störningar i skrivare', en: 'printer trouble' },
  print_failed: { fi: 'epäonnistuneet tulosteet', sv: 'misslyckade utskrifter', en: 'failed prints' },
  fault: { fi: 'vikailmoitukset', sv: 'felanmälningar', en: 'reported faults' },
  print_review: { fi: 'hyväksyttävät tulosteet', sv: 'utskrifter att godkänna', en: 'prints to approve' },
  booking_approval: { fi: 'varauspyynnöt', sv: 'bokningsförfrågningar', en: 'booking requests' },
};
