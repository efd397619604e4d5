import type { Locale } from '#libs/contracts';
import { printAuditTexts } from './print-audit-texts.js';

/**
 * What each entry of the record says to a person, after the name of whoever did it: "Onni Ohjaaja: approved a print".
 * The one table of actions; what is not here cannot be recorded.
 */
export const auditTexts = {
  'account.tie-provider': {
    fi: 'kirjautui ensi kertaa kunnan tunnuksella',
    sv: 'loggade första gången in med kommunens konto',
    en: 'signed in by the town’s account for the first time',
  },
  'booking.approve': { fi: 'hyväksyi varauksen', sv: 'godkände en bokning', en: 'approved a booking' },
  'booking.cancel': { fi: 'perui varauksen', sv: 'avbokade en bokning', en: 'cancelled a booking' },
  'booking.check-in': { fi: 'kirjasi tulon', sv: 'registrerade ankomst', en: 'checked in' },
  'booking.check-out': { fi: 'kirjasi lähdön', sv: 'registrerade avgång', en: 'checked out' },
  'booking.complete': { fi: 'varaus päättyi', sv: 'bokningen tog slut', en: 'the booking ended' },
  'booking.confirm': { fi: 'vahvisti varauksen', sv: 'bekräftade en bokning', en: 'confirmed a booking' },
  'booking.create': { fi: 'teki varauksen', sv: 'gjorde en bokning', en: 'made a booking' },
  'booking.decline': { fi: 'hylkäsi varauksen', sv: 'avslog en bokning', en: 'declined a booking' },
  'booking.decline-offer': { fi: 'ei ottanut tarjottua aikaa', sv: 'tackade nej till en tid', en: 'declined an offer' },
  'booking.expire': { fi: 'pidetty aika raukesi', sv: 'den hållna tiden gick ut', en: 'the hold ended' },
  'booking.extend': { fi: 'jatkoi varausta', sv: 'förlängde en bokning', en: 'extended a booking' },
  'booking.hold': { fi: 'piti aikaa varattuna', sv: 'höll en tid', en: 'held a slot' },
  'booking.move': { fi: 'siirsi varauksen', sv: 'flyttade en bokning', en: 'moved a booking' },
  'booking.offer': { fi: 'vapautunut aika tarjottiin', sv: 'en ledig tid erbjöds', en: 'a freed slot was offered' },
  'booking.reassign': {
    fi: 'vaihtoi varauksen laitteen toiseen samanlaiseen',
    sv: 'bytte bokningens utrustning mot en likadan',
    en: 'moved a booking to another unit',
  },
  'booking.release': {
    fi: 'varattu aika vapautettiin, kun kukaan ei tullut',
    sv: 'tiden släpptes när ingen kom',
    en: 'the time was released as nobody came',
  },
  'calendar-feed.open': {
    fi: 'avasi kalenterisyötteen',
    sv: 'öppnade ett kalenderflöde',
    en: 'opened a calendar feed',
  },
  'calendar-feed.revoke': {
    fi: 'sulki kalenterisyötteen',
    sv: 'stängde ett kalenderflöde',
    en: 'revoked a calendar feed',
  },
  'device.claim': {
    fi: 'laite otti liitoksen käyttöön',
    sv: 'enheten tog anslutningen i bruk',
    en: 'a device came in',
  },
  'device.pair': { fi: 'liitti laitteen', sv: 'anslöt en enhet', en: 'paired a device' },
  'device.rename': { fi: 'nimesi laitteen uudelleen', sv: 'döpte om en enhet', en: 'renamed a device' },
  'device.revoke': { fi: 'poisti laitteen liitoksen', sv: 'tog bort en enhet', en: 'removed a device' },
  'guardian.ask': {
    fi: 'pyysi huoltajan suostumusta',
    sv: 'bad om vårdnadshavarens samtycke',
    en: 'asked for a guardian’s consent',
  },
  'guardian.consent': { fi: 'huoltaja suostui', sv: 'vårdnadshavaren samtyckte', en: 'the guardian consented' },
  'guardian.refuse': { fi: 'huoltaja ei suostunut', sv: 'vårdnadshavaren samtyckte inte', en: 'the guardian refused' },
  'guardian.record-paper': {
    fi: 'kirjasi huoltajan paperisen suostumuksen',
    sv: 'antecknade vårdnadshavarens samtycke på papper',
    en: 'recorded a guardian’s consent on paper',
  },
  'guardian.withdraw': {
    fi: 'huoltaja perui suostumuksensa',
    sv: 'vårdnadshavaren återkallade sitt samtycke',
    en: 'the guardian withdrew the consent',
  },
  'hub.change': { fi: 'muutti keskuksen tietoja', sv: 'ändrade hubbens uppgifter', en: 'changed the hub’s details' },
  'hub.close': { fi: 'sulki keskuksen', sv: 'stängde hubben', en: 'closed the hub' },
  'hub.create': { fi: 'perusti keskuksen', sv: 'grundade hubben', en: 'created the hub' },
  'hub.reopen': { fi: 'avasi keskuksen uudelleen', sv: 'öppnade hubben igen', en: 'reopened the hub' },
  'induction-kind.change': {
    fi: 'muutti perehdytyksen voimassaoloa',
    sv: 'ändrade introduktionens giltighet',
    en: 'changed how long an induction holds',
  },
  'induction-session.create': {
    fi: 'järjesti perehdytyksen',
    sv: 'ordnade en introduktion',
    en: 'arranged an induction session',
  },
  'induction-session.give-back-seat': {
    fi: 'luopui perehdytyspaikastaan',
    sv: 'avstod från sin plats på introduktionen',
    en: 'gave back a seat in an induction session',
  },
  'induction-session.take-seat': {
    fi: 'otti paikan perehdytyksestä',
    sv: 'tog en plats på introduktionen',
    en: 'took a seat in an induction session',
  },
  'induction.grant': { fi: 'merkitsi perehdytyksen', sv: 'gav en introduktion', en: 'granted an induction' },
  'induction.revoke': { fi: 'poisti perehdytyksen', sv: 'tog bort en introduktion', en: 'revoked an induction' },
  'opening.clear-exception': {
    fi: 'poisti poikkeusaukiolon',
    sv: 'tog bort en avvikande öppettid',
    en: 'cleared exceptional hours',
  },
  'opening.set-exception': {
    fi: 'asetti poikkeusaukiolon',
    sv: 'satte en avvikande öppettid',
    en: 'set exceptional hours',
  },
  'opening.set-seasons': {
    fi: 'muutti kausiaukioloja',
    sv: 'ändrade säsongernas öppettider',
    en: 'changed the seasons’ hours',
  },
  'opening.set-week': {
    fi: 'muutti viikon aukioloaikoja',
    sv: 'ändrade veckans öppettider',
    en: 'changed the weekly hours',
  },
  'organisation.change': {
    fi: 'muutti organisaation tietoja',
    sv: 'ändrade organisationens uppgifter',
    en: 'changed the organisation',
  },
  'organisation.confirm': {
    fi: 'vahvisti organisaation',
    sv: 'bekräftade organisationen',
    en: 'confirmed the organisation',
  },
  'organisation.confirm-member': {
    fi: 'vahvisti jäsenyyden organisaatiossa',
    sv: 'bekräftade tillhörighet till en organisation',
    en: 'confirmed that somebody belongs to an organisation',
  },
  'organisation.create': { fi: 'lisäsi organisaation', sv: 'lade till en organisation', en: 'added the organisation' },
  'organisation.join': {
    fi: 'ilmoitti kuuluvansa organisaatioon',
    sv: 'uppgav sig höra till organisationen',
    en: 'said to belong to the organisation',
  },
  'organisation.leave': {
    fi: 'ilmoitti, ettei enää kuulu organisaatioon',
    sv: 'uppgav sig inte längre höra till organisationen',
    en: 'said not to belong to the organisation any more',
  },
  'organisation.merge': {
    fi: 'yhdisti kaksi organisaatiota',
    sv: 'slog ihop två organisationer',
    en: 'made one organisation of two',
  },
  'organisation.remove-member': {
    fi: 'poisti jäsenyyden organisaatiossa',
    sv: 'tog bort tillhörighet till en organisation',
    en: 'removed somebody from an organisation',
  },
  'person.add-note': { fi: 'kirjoitti muistiinpanon', sv: 'skrev en anteckning', en: 'wrote a note' },
  'person.block': { fi: 'asetti käyttökiellon', sv: 'införde ett användningsförbud', en: 'blocked somebody' },
  'person.delete-note': { fi: 'poisti muistiinpanon', sv: 'tog bort en anteckning', en: 'deleted a note' },
  'person.edit-note': { fi: 'muutti muistiinpanoaan', sv: 'ändrade sin anteckning', en: 'edited a note' },
  'person.set-provider-roles': {
    fi: 'kunnan tunnuksen ryhmät muuttivat rooleja',
    sv: 'grupperna i kommunens konto ändrade roller',
    en: 'the groups of the town’s account changed roles',
  },
  'person.erase': { fi: 'poisti henkilön tiedot', sv: 'raderade personens uppgifter', en: 'erased a person’s data' },
  'person.set-age': { fi: 'merkitsi henkilön iän', sv: 'antecknade personens ålder', en: 'wrote down an age' },
  'person.unblock': { fi: 'poisti käyttökiellon', sv: 'hävde ett användningsförbud', en: 'lifted a block' },
  'policy.change': { fi: 'muutti varaussääntöjä', sv: 'ändrade bokningsreglerna', en: 'changed the booking rules' },
  'pool.change': { fi: 'muutti laiteryhmää', sv: 'ändrade en utrustningsgrupp', en: 'changed a pool' },
  'pool.create': { fi: 'lisäsi laiteryhmän', sv: 'lade till en utrustningsgrupp', en: 'added a pool' },
  'pool.delete': { fi: 'poisti laiteryhmän', sv: 'tog bort en utrustningsgrupp', en: 'deleted a pool' },
  'queue.change': { fi: 'muutti työjonoa', sv: 'ändrade en arbetskö', en: 'changed a queue' },
  'resource.change': { fi: 'muutti laitteen tietoja', sv: 'ändrade utrustningen', en: 'changed a resource' },
  'resource.create': { fi: 'lisäsi laitteen tai tilan', sv: 'lade till en resurs', en: 'added a resource' },
  'resource.delete': { fi: 'poisti laitteen tai tilan', sv: 'tog bort en resurs', en: 'deleted a resource' },
  'resource.in-order': { fi: 'merkitsi laitteen kuntoon', sv: 'markerade i ordning', en: 'put it back in order' },
  'resource.out-of-order': {
    fi: 'merkitsi laitteen epäkuntoon',
    sv: 'markerade som ur funktion',
    en: 'put it out of order',
  },
  'resource.retire': { fi: 'poisti laitteen käytöstä', sv: 'tog ur bruk', en: 'retired a resource' },
  'role.grant': { fi: 'antoi roolin', sv: 'gav en roll', en: 'gave a role' },
  'role.revoke': { fi: 'poisti roolin', sv: 'tog bort en roll', en: 'took a role away' },
  'second-factor.add': {
    fi: 'otti käyttöön kaksivaiheisen tunnistautumisen tavan',
    sv: 'tog i bruk ett sätt för tvåstegsverifiering',
    en: 'set up a second factor',
  },
  'second-factor.create-recovery-codes': {
    fi: 'loi uudet palautuskoodit',
    sv: 'skapade nya reservkoder',
    en: 'made new recovery codes',
  },
  'second-factor.pause': {
    fi: 'tunnistautumiskoodi oli väärä liian monta kertaa',
    sv: 'verifieringskoden var fel för många gånger',
    en: 'the code of the second step was wrong too many times',
  },
  'second-factor.remove': {
    fi: 'poisti kaksivaiheisen tunnistautumisen tavan',
    sv: 'tog bort ett sätt för tvåstegsverifiering',
    en: 'removed a second factor',
  },
  'second-factor.reset': {
    fi: 'nollasi henkilön kaksivaiheisen tunnistautumisen',
    sv: 'återställde personens tvåstegsverifiering',
    en: 'reset a person’s second factors',
  },
  'second-factor.use-recovery-code': {
    fi: 'kirjautui palautuskoodilla',
    sv: 'loggade in med en reservkod',
    en: 'signed in with a recovery code',
  },
  'series.cancel': { fi: 'perui varaussarjan', sv: 'avbokade en serie', en: 'cancelled a series' },
  'series.create': { fi: 'teki varaussarjan', sv: 'gjorde en bokningsserie', en: 'made a series' },
  'series.move': { fi: 'siirsi varaussarjan', sv: 'flyttade en bokningsserie', en: 'moved a series' },
  'waiting-list.join': { fi: 'liittyi jonotuslistalle', sv: 'ställde sig i kö', en: 'joined the waiting list' },
  'waiting-list.leave': { fi: 'poistui jonotuslistalta', sv: 'lämnade kön', en: 'left the waiting list' },
  ...printAuditTexts,
} as const satisfies Record<string, Record<Locale, string>>;

/** What can be recorded. */
export type AuditAction = keyof typeof auditTexts;
