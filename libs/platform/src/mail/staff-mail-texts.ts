import type { Locale } from '#libs/contracts';
import type { MailText } from './booking-mail-texts.js';

/** Where it is dealt with, and where to stop these mails. */
const foot = {
  fi: '\n\n{hub}\n{url}\n\nNämä viestit olet valinnut itse. Voit muuttaa niitä tai lopettaa ne täällä:\n{settingsUrl}',
  sv: '\n\n{hub}\n{url}\n\nDe här meddelandena har du själv valt. Du kan ändra eller avsluta dem här:\n{settingsUrl}',
  en: '\n\n{hub}\n{url}\n\nYou have chosen these mails yourself. You can change or stop them here:\n{settingsUrl}',
} as const satisfies Record<Locale, string>;

/**
 * What the hub writes to its staff. No resident is named, nor any file: who wants to know more opens the page, where it
 * is written down who has looked.
 */
export const staffMailTexts = {
  staffTooHot: {
    fi: {
      subject: 'Hälytys: {thing} on liian kuuma',
      text: `Hei!\n\n{thing} on liian kuuma. Käy katsomassa heti, ja katkaise virta, jos lämpötila ei laske.${foot.fi}`,
    },
    sv: {
      subject: 'Larm: {thing} är för het',
      text: `Hej!\n\n{thing} är för het. Gå och titta genast, och bryt strömmen om temperaturen inte sjunker.${foot.sv}`,
    },
    en: {
      subject: 'Alarm: {thing} is too hot',
      text: `Hello!\n\n{thing} is too hot. Go and look at once, and switch it off if it does not cool down.${foot.en}`,
    },
  },
  staffAlarm: {
    fi: {
      subject:
        '{alarm, select, bridge_offline {Hälytys: yhteys tulostimiin on poikki} printer_offline {Hälytys: {thing} ei vastaa} other {Hälytys: {thing} ei etene}}',
      text: `Hei!\n\n{alarm, select, bridge_offline {Digikeskuksen tulostimiin ei saada yhteyttä. Tarkista, että tulostimia ohjaavassa tietokoneessa on virta ja verkkoyhteys.} printer_offline {{thing}: tulostimeen ei saada yhteyttä. Tarkista, että siinä on virta.} other {{thing}: tulostus on kesken, mutta se ei etene. Käy katsomassa.}}${foot.fi}`,
    },
    sv: {
      subject:
        '{alarm, select, bridge_offline {Larm: ingen kontakt med skrivarna} printer_offline {Larm: {thing} svarar inte} other {Larm: {thing} står stilla}}',
      text: `Hej!\n\n{alarm, select, bridge_offline {Digihubbens skrivare kan inte nås. Kontrollera att datorn som styr dem har ström och nätverk.} printer_offline {{thing}: skrivaren kan inte nås. Kontrollera att den har ström.} other {{thing}: en utskrift pågår men går inte framåt. Gå och titta.}}${foot.sv}`,
    },
    en: {
      subject:
        '{alarm, select, bridge_offline {Alarm: the printers cannot be reached} printer_offline {Alarm: {thing} does not answer} other {Alarm: {thing} makes no progress}}',
      text: `Hello!\n\n{alarm, select, bridge_offline {The hub’s printers cannot be reached. Check that the computer that runs them has power and a network.} printer_offline {{thing}: the printer cannot be reached. Check that it has power.} other {{thing}: a print is under way but makes no progress. Go and look.}}${foot.en}`,
    },
  },
  staffPrintFailed: {
    fi: {
      subject: 'Tulostus epäonnistui: {thing}',
      text: `Hei!\n\n{thing}: tulostus ei onnistunut. Katso, mikä meni vikaan; tulosteen voi käynnistää uudelleen.${foot.fi}`,
    },
    sv: {
      subject: 'Utskriften misslyckades: {thing}',
      text: `Hej!\n\n{thing}: en utskrift misslyckades. Se efter vad som gick fel; utskriften kan startas på nytt.${foot.sv}`,
    },
    en: {
      subject: 'A print has failed: {thing}',
      text: `Hello!\n\n{thing}: a print has failed. See what went wrong; it can be started again.${foot.en}`,
    },
  },
  staffFault: {
    fi: {
      subject: 'Uusi vikailmoitus: {thing}',
      text: `Hei!\n\nUusi vikailmoitus: {thing}.${foot.fi}`,
    },
    sv: {
      subject: 'Ny felanmälan: {thing}',
      text: `Hej!\n\nNy felanmälan: {thing}.${foot.sv}`,
    },
    en: {
      subject: 'A fault was reported: {thing}',
      text: `Hello!\n\nSomebody has reported a fault: {thing}.${foot.en}`,
    },
  },
  staffPrintReview: {
    fi: {
      subject: 'Uusi tuloste hyväksyttäväksi',
      text: `Hei!\n\nHyväksyttäväksi on tullut uusi tuloste.${foot.fi}`,
    },
    sv: {
      subject: 'Ny utskrift att godkänna',
      text: `Hej!\n\nDet har kommit en ny utskrift att godkänna.${foot.sv}`,
    },
    en: {
      subject: 'A new print to approve',
      text: `Hello!\n\nA new print has come in for approval.${foot.en}`,
    },
  },
  staffBookingApproval: {
    fi: {
      subject: 'Uusi varauspyyntö',
      text: `Hei!\n\nHyväksyttäväksi on tullut uusi varauspyyntö.${foot.fi}`,
    },
    sv: {
      subject: 'Ny bokningsförfrågan',
      text: `Hej!\n\nDet har kommit en ny bokningsförfrågan att godkänna.${foot.sv}`,
    },
    en: {
      subject: 'A new booking request',
      text: `Hello!\n\nA new booking request has come in for approval.${foot.en}`,
    },
  },
  /** What has happened since the last mail about the same topic. */
  staffMore: {
    fi: {
      subject:
        '{topic, select, alarm {Lisää hälytyksiä tulostimista} print_failed {Lisää epäonnistuneita tulosteita} fault {Lisää vikailmoituksia} print_review {Lisää tulosteita hyväksyttäväksi} other {Lisää varauspyyntöjä}}',
      text: `Hei!\n\nEdellisen viestin jälkeen {topic, select, alarm {tulostimista on tullut lisää hälytyksiä} print_failed {on epäonnistunut lisää tulosteita} fault {on tullut lisää vikailmoituksia} print_review {on tullut lisää tulosteita hyväksyttäväksi} other {on tullut lisää varauspyyntöjä}}. Katso päivän sivulta, mitä on vielä hoitamatta.${foot.fi}`,
    },
    sv: {
      subject:
        '{topic, select, alarm {Fler larm om skrivarna} print_failed {Fler misslyckade utskrifter} fault {Fler felanmälningar} print_review {Fler utskrifter att godkänna} other {Fler bokningsförfrågningar}}',
      text: `Hej!\n\nEfter det förra meddelandet {topic, select, alarm {har det kommit fler larm om skrivarna} print_failed {har fler utskrifter misslyckats} fault {har det kommit fler felanmälningar} print_review {har det kommit fler utskrifter att godkänna} other {har det kommit fler bokningsförfrågningar}}. På dagens sida ser du vad som ännu är ogjort.${foot.sv}`,
    },
    en: {
      subject:
        '{topic, select, alarm {More alarms from the printers} print_failed {More prints have failed} fault {More faults were reported} print_review {More prints to approve} other {More booking requests}}',
      text: `Hello!\n\nSince the last mail {topic, select, alarm {there have been more alarms from the printers} print_failed {more prints have failed} fault {more faults have been reported} print_review {more prints have come in for approval} other {more booking requests have come in}}. The page of the day shows what is still to be dealt with.${foot.en}`,
    },
  },
} as const satisfies Record<string, Record<Locale, MailText>>;
