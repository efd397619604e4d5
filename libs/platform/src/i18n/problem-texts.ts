import type { Locale, ProblemCode } from '#libs/contracts';
import { authProblemTexts } from './auth-problem-texts.js';
import { hubProblemTexts } from './hub-problem-texts.js';
import { printProblemTexts } from './print-problem-texts.js';
import { deviceProblemTexts } from './device-problem-texts.js';
import { secondFactorProblemTexts } from './second-factor-problem-texts.js';

/** What each refusal says to a person. ICU messages; parameters are named where the problem is raised. */
export const problemTexts: Record<ProblemCode, Record<Locale, string>> = {
  ...authProblemTexts,
  'request.invalid': {
    fi: 'Pyynnössä on virhe. Tarkista merkityt kohdat.',
    sv: 'Begäran innehåller fel. Kontrollera de markerade fälten.',
    en: 'The request has mistakes. Check the listed fields.',
  },
  'request.too_large': {
    fi: 'Lähetetty sisältö on liian suuri.',
    sv: 'Innehållet du skickade är för stort.',
    en: 'What you sent is too large.',
  },
  'request.head_too_large': {
    fi: 'Pyynnön osoite tai otsakkeet ovat liian pitkiä.',
    sv: 'Begärans adress eller huvuden är för långa.',
    en: 'The address or the headers of the request are too long.',
  },
  'request.timeout': {
    fi: 'Pyyntö saapui liian hitaasti. Yritä uudelleen.',
    sv: 'Begäran kom för långsamt. Försök igen.',
    en: 'The request came too slowly. Try again.',
  },
  'request.unsupported_media_type': {
    fi: 'Sisältö on muodossa, jota palvelu ei ota vastaan.',
    sv: 'Tjänsten tar inte emot innehåll i det formatet.',
    en: 'The service does not accept content of that type.',
  },
  'idempotency.key_reused': {
    fi: 'Samaa pyyntötunnistetta on jo käytetty toiseen pyyntöön.',
    sv: 'Samma begäransnyckel har redan använts för en annan begäran.',
    en: 'The same idempotency key was already used for a different request.',
  },
  ...hubProblemTexts,
  ...secondFactorProblemTexts,
  rate_limited: {
    fi: 'Pyyntöjä tuli liian tiheään. Odota hetki ja yritä uudelleen.',
    sv: 'För många förfrågningar på kort tid. Vänta en stund och försök igen.',
    en: 'Too many requests in a short time. Wait a moment and try again.',
  },
  not_found: {
    fi: 'Etsimääsi ei löydy.',
    sv: 'Det du söker finns inte.',
    en: 'What you are looking for does not exist.',
  },
  'method.not_allowed': {
    fi: 'Tätä toimintoa ei ole tässä osoitteessa.',
    sv: 'Funktionen finns inte på den här adressen.',
    en: 'There is no such action at this address.',
  },
  'precondition.failed': {
    fi: 'Tieto on muuttunut sillä välin. Lataa se uudelleen ja yritä sitten.',
    sv: 'Uppgifterna har ändrats under tiden. Ladda om och försök igen.',
    en: 'It has changed in the meantime. Load it again, then retry.',
  },
  'booking.refused': {
    fi: 'Varausta ei voi tehdä näin.',
    sv: 'Bokningen kan inte göras så här.',
    en: 'The booking cannot be made like this.',
  },
  'booking.overlap': {
    fi: 'Aika on jo varattu. Valitse toinen aika.',
    sv: 'Tiden är redan bokad. Välj en annan tid.',
    en: 'That time is already booked. Choose another one.',
  },
  'booking.wrong_state': {
    fi: 'Varauksen tila on jo muuttunut, joten tätä ei voi enää tehdä.',
    sv: 'Bokningens status har redan ändrats, så detta går inte längre.',
    en: 'The booking has already changed, so this can no longer be done.',
  },
  'booking.closed': {
    fi: 'Digikeskus on silloin kiinni.',
    sv: 'Digihubben är stängd då.',
    en: 'The hub is closed then.',
  },
  'booking.too_short': {
    fi: 'Varaus on liian lyhyt: vähintään {minMinutes, number} minuuttia.',
    sv: 'Bokningen är för kort: minst {minMinutes, number} minuter.',
    en: 'The booking is too short: at least {minMinutes, number} minutes.',
  },
  'booking.too_long': {
    fi: 'Varaus on liian pitkä: enintään {maxMinutes, number} minuuttia.',
    sv: 'Bokningen är för lång: högst {maxMinutes, number} minuter.',
    en: 'The booking is too long: at most {maxMinutes, number} minutes.',
  },
  'booking.off_grid': {
    fi: 'Varaus alkaa ja päättyy {intervalMinutes, number} minuutin välein.',
    sv: 'Bokningar börjar och slutar med {intervalMinutes, number} minuters mellanrum.',
    en: 'Bookings start and end every {intervalMinutes, number} minutes.',
  },
  'booking.in_past': {
    fi: 'Aika on jo mennyt.',
    sv: 'Tiden har redan gått.',
    en: 'That time has already passed.',
  },
  'booking.beyond_horizon': {
    fi: 'Ajan voi valita enintään {horizonDays, number} päivän päähän.',
    sv: 'Du kan välja en tid högst {horizonDays, number} dagar framåt.',
    en: 'Times can be chosen up to {horizonDays, number} days ahead.',
  },
  'booking.notice_too_short': {
    fi: 'Varaus on tehtävä vähintään {minNoticeMinutes, number} minuuttia ennen alkua.',
    sv: 'Bokningen ska göras minst {minNoticeMinutes, number} minuter innan den börjar.',
    en: 'Book at least {minNoticeMinutes, number} minutes before the start.',
  },
  'booking.too_many_active': {
    fi: 'Sinulla on jo {maxActive, number} voimassa olevaa varausta tässä ryhmässä.',
    sv: 'Du har redan {maxActive, number} aktiva bokningar i den här gruppen.',
    en: 'You already have {maxActive, number} active bookings of this kind.',
  },
  'booking.quota': {
    fi: 'Viikossa voi varata {quotaHours, number} tuntia, ja sinulla on sillä viikolla jo {usedHours, number}.',
    sv: 'Du kan boka {quotaHours, number} timmar per vecka och har redan {usedHours, number} den veckan.',
    en: 'You can book {quotaHours, number} hours a week and already have {usedHours, number} in that week.',
  },
  'booking.induction_required': {
    fi: 'Laitteen käyttö vaatii ensin perehdytyksen.',
    sv: 'Du behöver en introduktion innan du får använda utrustningen.',
    en: 'You need an induction before using this.',
  },
  'booking.out_of_order': {
    fi: 'Laite on epäkunnossa.',
    sv: 'Utrustningen är ur funktion.',
    en: 'The equipment is out of order.',
  },
  'booking.under_age': {
    fi: 'Laitetta voi käyttää {minAge, number} vuotta täyttänyt tai huoltajan suostumuksella. Voit pyytää suostumusta Omat tiedot -sivulla.',
    sv: 'Du ska ha fyllt {minAge, number} år eller ha vårdnadshavarens samtycke. Du kan be om det på sidan Mina uppgifter.',
    en: 'You must be {minAge, number} or have a guardian’s consent. You can ask for it on the page My details.',
  },
  'booking.not_bookable': {
    fi: 'Tätä ei voi varata ajaksi.',
    sv: 'Det här kan inte bokas för en viss tid.',
    en: 'This cannot be booked for a time.',
  },
  'booking.change_too_late': {
    fi: 'Varauksen voi perua tai siirtää viimeistään {changeUntilMinutes, number} minuuttia ennen alkua.',
    sv: 'Du kan avboka eller flytta bokningen senast {changeUntilMinutes, number} minuter innan den börjar.',
    en: 'A booking can be cancelled or moved until {changeUntilMinutes, number} minutes before it starts.',
  },
  'booking.check_in_too_early': {
    fi: 'Voit ilmoittautua {opensAt, date, wall} alkaen, {checkInOpensMinutes, number} minuuttia ennen varauksen alkua.',
    sv: 'Du kan checka in från {opensAt, date, wall}, {checkInOpensMinutes, number} minuter innan bokningen börjar.',
    en: 'Check-in opens at {opensAt, date, wall}, {checkInOpensMinutes, number} minutes before the start.',
  },
  'booking.check_in_code_unknown': {
    fi: 'Koodilla ei löydy varausta, johon voisi nyt ilmoittautua. Tarkista numerot tai ilmoittaudu puhelimella.',
    sv: 'Med koden hittas ingen bokning att checka in på nu. Kontrollera siffrorna eller checka in med telefonen.',
    en: 'No booking to check in to now has this code. Check the digits, or check in with your phone.',
  },
  'booking.already_checked_in': {
    fi: 'Varaukseen on jo ilmoittauduttu.',
    sv: 'Bokningen är redan incheckad.',
    en: 'This booking is checked in already.',
  },
  'booking.approval_required': {
    fi: '{approvalOverMinutes, plural, =0 {Varaus} other {Yli # minuutin varaus}} vaatii henkilökunnan hyväksynnän.',
    sv: '{approvalOverMinutes, plural, =0 {Bokningar} other {Bokningar över # minuter}} ska godkännas av personalen.',
    en: '{approvalOverMinutes, plural, =0 {Bookings} other {Bookings of over # minutes}} need the approval of staff.',
  },
  'series.conflicts': {
    fi: 'Sarjaa ei voi varata: {conflicts, plural, one {yksi päivä ei käy} other {# päivää ei käy}}.',
    sv: 'Serien kan inte bokas: {conflicts, plural, one {en dag går inte} other {# dagar går inte}}.',
    en: 'The series cannot be booked: {conflicts, plural, one {one date does not fit} other {# dates do not fit}}.',
  },
  'waiting.too_many': {
    fi: 'Sinulla on jo {max, number} toivetta jonossa. Peru niistä jokin, niin voit jonottaa muuta.',
    sv: 'Du har redan {max, number} önskemål på väntelistan. Ta bort något av dem så kan du vänta på annat.',
    en: 'You already wait for {max, number} things. Leave one of them to wait for another.',
  },
  'waiting.wrong_state': {
    fi: 'Tarjous ei ole enää voimassa.',
    sv: 'Erbjudandet gäller inte längre.',
    en: 'The offer is no longer there.',
  },
  'policy.invalid': {
    fi: 'Näillä säännöillä mitään varausta ei voisi tehdä: lyhin kesto ei mahdu pisimpään.',
    sv: 'Med de här reglerna går ingenting att boka: den kortaste tiden ryms inte i den längsta.',
    en: 'Nothing could be booked under these rules: the shortest length does not fit in the longest.',
  },
  'person.has_role': {
    fi: 'Tunnuksella työskennellään digikeskuksessa. Pyydä ensin ylläpitäjää poistamaan työrooli, niin tiedot voi poistaa.',
    sv: 'Kontot används för arbete på digihubben. Be först administratören ta bort arbetsrollen, sedan kan uppgifterna raderas.',
    en: 'This account works at a hub. Ask an administrator to end that role first; then the data can be erased.',
  },
  'induction.full': {
    fi: 'Perehdytyksen paikat ovat täynnä.',
    sv: 'Introduktionen är fullbokad.',
    en: 'All seats of the induction are taken.',
  },
  'induction.wrong_state': {
    fi: 'Perehdytys on jo alkanut, joten tätä ei voi enää tehdä.',
    sv: 'Introduktionen har redan börjat, så detta går inte längre.',
    en: 'The induction has already begun, so this can no longer be done.',
  },
  ...deviceProblemTexts,
  ...printProblemTexts,
  'service.unavailable': {
    fi: 'Palvelu ei juuri nyt vastaa. Yritä hetken kuluttua uudelleen.',
    sv: 'Tjänsten svarar inte just nu. Försök igen om en stund.',
    en: 'The service is not answering right now. Try again in a moment.',
  },
  internal: {
    fi: 'Jokin meni meillä vikaan. Yritä uudelleen; jos vika toistuu, kerro tunnus {requestId} henkilökunnalle.',
    sv: 'Något gick fel hos oss. Försök igen; om felet upprepas, ge koden {requestId} till personalen.',
    en: 'Something went wrong on our side. Try again; if it happens again, give {requestId} to the staff.',
  },
};
