/** What staff read where they choose their mails. */
export const fiNotifications = {
  'notifications.title': 'Ilmoitukset',
  'notifications.lead': 'Valitse, mistä haluat tiedon sähköpostiisi. Valinnat koskevat vain sinua.',
  'notifications.to':
    'Viestit tulevat osoitteeseen {email}. Samasta aiheesta tulee enintään yksi viesti vartissa, eikä omista toimistasi ilmoiteta. Liian kuumasta tulostimesta tulee aina viesti heti.',
  'notifications.label': 'Mistä haluat tiedon?',
  'notifications.too_hot': 'Tulostin on liian kuuma',
  'notifications.alarm': 'Tulostimeen ei saada yhteyttä tai tulostus ei etene',
  'notifications.print_failed': 'Tulostus epäonnistui',
  'notifications.fault': 'Joku ilmoitti viasta',
  'notifications.print_review': 'Uusi tuloste odottaa hyväksyntää',
  'notifications.booking_approval': 'Uusi varauspyyntö odottaa hyväksyntää',
  'notifications.saved':
    '{count, plural, =0 {Tallennettu. Et saa ilmoituksia.} one {Tallennettu. Saat tiedon yhdestä aiheesta.} other {Tallennettu. Saat tiedon # aiheesta.}}',
} as const;

/** Every such text of a language. */
export type NotificationsMessages = Record<keyof typeof fiNotifications, string>;
