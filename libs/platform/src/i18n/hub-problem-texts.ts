import type { Locale, ProblemCode } from '#libs/contracts';

/** Refusals around who may be and do what in a hub, and what stands in it. */
export const hubProblemTexts = {
  'role.own': {
    fi: 'Omia roolejaan ei voi lisätä. Pyydä toista ylläpitäjää.',
    sv: 'Du kan inte ge dig själv en roll. Be en annan administratör.',
    en: 'You cannot give yourself a role. Ask another administrator.',
  },
  'role.last_admin': {
    fi: 'Keskuksella on oltava ylläpitäjä. Nimeä ensin toinen.',
    sv: 'Hubben måste ha en administratör. Utse först en annan.',
    en: 'A hub needs an administrator. Name another one first.',
  },
  'person.blocked': {
    fi: 'Et voi nyt varata etkä tulostaa tässä keskuksessa{hasEnd, select, yes {. Kielto päättyy {until, date, wall}} other {}}. Syy: {reason}',
    sv: 'Du kan inte boka eller skriva ut på den här hubben just nu{hasEnd, select, yes {. Förbudet gäller till {until, date, wall}} other {}}. Orsak: {reason}',
    en: 'You cannot book or print at this hub for now{hasEnd, select, yes {. This ends {until, date, wall}} other {}}. Reason: {reason}',
  },
  'fault.closed': {
    fi: 'Joku ehti jo hoitaa tämän ilmoituksen.',
    sv: 'Någon har redan tagit hand om den här anmälan.',
    en: 'Somebody has already seen to this report.',
  },
  'organisation.exists': {
    fi: 'Samanniminen organisaatio on jo luettelossa.',
    sv: 'Det finns redan en organisation med det namnet.',
    en: 'There already is an organisation of that name.',
  },
  'consent.link_used': {
    fi: 'Tähän on jo vastattu, eikä linkki toimi enää. Suostumuksen voi perua linkistä, joka tuli vastauksen jälkeen sähköpostiin.',
    sv: 'Frågan är redan besvarad och länken gäller inte längre. Ett samtycke återkallas med länken som kom per e-post efter svaret.',
    en: 'This has been answered, and the link works no more. A consent is withdrawn by the link that came by e-mail after the answer.',
  },
  'consent.link_expired': {
    fi: 'Linkki on vanhentunut. Suostumusta voi pyytää uudelleen.',
    sv: 'Länken har gått ut. Samtycket kan begäras på nytt.',
    en: 'The link has expired. The consent can be asked for again.',
  },
  'guardian.consented': {
    fi: 'Huoltaja on jo antanut suostumuksensa.',
    sv: 'Vårdnadshavaren har redan gett sitt samtycke.',
    en: 'A guardian has already consented.',
  },
  'guardian.own_address': {
    fi: 'Anna huoltajan sähköpostiosoite. Omaan osoitteeseen suostumusta ei voi pyytää.',
    sv: 'Ange vårdnadshavarens e-postadress. Samtycket kan inte begäras på din egen adress.',
    en: 'Give the guardian’s e-mail address. You cannot ask yourself.',
  },
  'hub.exists': {
    fi: 'Tällä tunnuksella on jo keskus.',
    sv: 'Det finns redan en hubb med det namnet i adressen.',
    en: 'There already is a hub under that name.',
  },
  'hub.slug_reserved': {
    fi: 'Tunnus {slug} on varattu palvelun omille sivuille. Valitse toinen.',
    sv: 'Namnet {slug} är reserverat för tjänstens egna sidor. Välj ett annat.',
    en: 'The name {slug} is kept for the service’s own pages. Choose another one.',
  },
  'hub.zone_in_use': {
    fi: 'Aikavyöhykettä ei voi vaihtaa, kun keskuksessa on tulevia varauksia.',
    sv: 'Tidszonen kan inte bytas när hubben har kommande bokningar.',
    en: 'The time zone cannot change while the hub has bookings to come.',
  },
  'place.exists': {
    fi: 'Keskuksessa on jo laite, tila tai ryhmä tällä tunnuksella.',
    sv: 'Hubben har redan något med det namnet i adressen.',
    en: 'The hub already has something under that name.',
  },
  'place.in_use': {
    fi: 'Siihen liittyy vielä varauksia, laitteita tai osia, joten sitä ei voi poistaa eikä siirtää. Laitteen voi poistaa tarjolta.',
    sv: 'Bokningar, saker eller delar hör ännu till det, så det kan varken tas bort eller flyttas. En sak kan tas ur utbudet.',
    en: 'Bookings, things or parts still belong to it, so it can be neither deleted nor moved. A thing can be retired.',
  },
} as const satisfies Partial<Record<ProblemCode, Record<Locale, string>>>;
