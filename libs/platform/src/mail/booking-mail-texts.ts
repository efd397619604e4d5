import type { Locale } from '#libs/contracts';

/** One mail in one language; ICU messages. */
export interface MailText {
  subject: string;
  text: string;
}

/** What the hub writes to people about their bookings. */
export const bookingMailTexts = {
  bookingConfirmed: {
    fi: {
      subject: 'Varaus vahvistettu: {title}',
      text: 'Hei!\n\nVarauksesi on vahvistettu.\n\n{title}\n{when}\n{hub}\nIlmoittautumiskoodi: {checkInCode}\n\nKun tulet, näppäile koodi digikeskuksen näytölle tai ilmoittaudu puhelimella. Voit perua varauksen sen alkuun asti Omat varaukset -sivulla.',
    },
    sv: {
      subject: 'Bokningen är bekräftad: {title}',
      text: 'Hej!\n\nDin bokning är bekräftad.\n\n{title}\n{when}\n{hub}\nIncheckningskod: {checkInCode}\n\nNär du kommer knappar du in koden på digihubbens skärm eller checkar in med telefonen. Du kan avboka fram till början på sidan Mina bokningar.',
    },
    en: {
      subject: 'Booking confirmed: {title}',
      text: 'Hello!\n\nYour booking is confirmed.\n\n{title}\n{when}\n{hub}\nCheck-in code: {checkInCode}\n\nWhen you come, enter the code on the hub’s screen, or check in with your phone. You can cancel it until it starts on the page My bookings.',
    },
  },
  bookingDelayed: {
    fi: {
      subject: 'Varauksesi alku voi viivästyä: {title}',
      text: 'Hei!\n\nTulostimella on vielä kesken edellinen tuloste, joka on arviolta valmis {until}. Varauksesi alku voi siksi viivästyä:\n\n{title}\n{when}\n{hub}\n\nPahoittelemme! Voit siirtää varauksen toiseen aikaan Omat varaukset -sivulla tai kysyä digikeskuksesta.',
    },
    sv: {
      subject: 'Din bokning kan börja senare: {title}',
      text: 'Hej!\n\nSkrivaren håller ännu på med den föregående utskriften, som beräknas vara klar {until}. Därför kan din bokning börja senare:\n\n{title}\n{when}\n{hub}\n\nVi beklagar! Du kan flytta bokningen på sidan Mina bokningar eller fråga på digihubben.',
    },
    en: {
      subject: 'Your booking may begin late: {title}',
      text: 'Hello!\n\nThe printer is still at the print before, which should be finished {until}. So your booking may begin late:\n\n{title}\n{when}\n{hub}\n\nWe are sorry! You can move the booking on the page My bookings, or ask at the hub.',
    },
  },
  bookingPending: {
    fi: {
      subject: 'Varaus odottaa hyväksyntää: {title}',
      text: 'Hei!\n\nVarauksesi on vastaanotettu. Aika on sinulle varattuna, ja henkilökunta vahvistaa sen vielä.\n\n{title}\n{when}\n{hub}',
    },
    sv: {
      subject: 'Bokningen väntar på godkännande: {title}',
      text: 'Hej!\n\nVi har tagit emot din bokning. Tiden är reserverad för dig och bekräftas ännu av personalen.\n\n{title}\n{when}\n{hub}',
    },
    en: {
      subject: 'Booking awaits approval: {title}',
      text: 'Hello!\n\nWe have received your booking. The time is kept for you; the staff have yet to confirm it.\n\n{title}\n{when}\n{hub}',
    },
  },
  bookingMoved: {
    fi: {
      subject: 'Varauksen aika on muuttunut: {title}',
      text: 'Hei!\n\nVarauksesi aika on muuttunut. Uusi aika:\n\n{title}\n{when}\n{hub}',
    },
    sv: {
      subject: 'Bokningen har fått en ny tid: {title}',
      text: 'Hej!\n\nTiden för din bokning har ändrats. Den nya tiden:\n\n{title}\n{when}\n{hub}',
    },
    en: {
      subject: 'Your booking has a new time: {title}',
      text: 'Hello!\n\nThe time of your booking has changed. It is now:\n\n{title}\n{when}\n{hub}',
    },
  },
  bookingCancelled: {
    fi: {
      subject: 'Varaus on peruttu: {title}',
      text: 'Hei!\n\nOlet perunut varauksen:\n\n{title}\n{when}\n{hub}',
    },
    sv: {
      subject: 'Bokningen är avbokad: {title}',
      text: 'Hej!\n\nDu har avbokat:\n\n{title}\n{when}\n{hub}',
    },
    en: {
      subject: 'Booking cancelled: {title}',
      text: 'Hello!\n\nYou have cancelled this booking:\n\n{title}\n{when}\n{hub}',
    },
  },
  bookingCancelledByStaff: {
    fi: {
      subject: 'Varauksesi on peruttu: {title}',
      text: 'Hei!\n\nHenkilökunta on joutunut perumaan varauksesi:\n\n{title}\n{when}\n{hub}\n\nVoit varata uuden ajan milloin vain. Pahoittelemme!',
    },
    sv: {
      subject: 'Din bokning har avbokats: {title}',
      text: 'Hej!\n\nPersonalen har tyvärr behövt avboka din tid:\n\n{title}\n{when}\n{hub}\n\nDu kan boka en ny tid när som helst. Vi beklagar!',
    },
    en: {
      subject: 'Your booking was cancelled: {title}',
      text: 'Hello!\n\nThe staff had to cancel your booking:\n\n{title}\n{when}\n{hub}\n\nYou can book another time whenever you like. We are sorry!',
    },
  },
  bookingDeclined: {
    fi: {
      subject: 'Varausta ei voitu hyväksyä: {title}',
      text: 'Hei!\n\nHenkilökunta ei voinut hyväksyä varaustasi:\n\n{title}\n{when}\n{hub}\n\nSyy: {reason}',
    },
    sv: {
      subject: 'Bokningen kunde inte godkännas: {title}',
      text: 'Hej!\n\nPersonalen kunde inte godkänna din bokning:\n\n{title}\n{when}\n{hub}\n\nOrsak: {reason}',
    },
    en: {
      subject: 'Your booking could not be approved: {title}',
      text: 'Hello!\n\nThe staff could not approve your booking:\n\n{title}\n{when}\n{hub}\n\nReason: {reason}',
    },
  },
  bookingLapsed: {
    fi: {
      subject: 'Varaus raukesi: {title}',
      text: 'Hei!\n\nHenkilökunta ei ehtinyt hyväksyä varaustasi ennen sen alkua, joten se raukesi:\n\n{title}\n{when}\n{hub}\n\nPahoittelemme! Kysy digikeskuksesta, milloin aika sopisi.',
    },
    sv: {
      subject: 'Bokningen förföll: {title}',
      text: 'Hej!\n\nPersonalen hann inte godkänna din bokning innan den skulle börja, så den förföll:\n\n{title}\n{when}\n{hub}\n\nVi beklagar! Fråga på digihubben när det skulle passa.',
    },
    en: {
      subject: 'Your booking lapsed: {title}',
      text: 'Hello!\n\nThe staff did not get to approve your booking before it was to begin, so it lapsed:\n\n{title}\n{when}\n{hub}\n\nWe are sorry! Ask at the hub when it would suit.',
    },
  },
  bookingReminder: {
    fi: {
      subject: 'Muistutus varauksestasi: {title}',
      text: 'Hei!\n\nMuistathan varauksesi:\n\n{title}\n{when}\n{hub}\nIlmoittautumiskoodi: {checkInCode}\n\nKun tulet, näppäile koodi digikeskuksen näytölle tai ilmoittaudu puhelimella. Jos et pääse, peru varaus Omat varaukset -sivulla, niin joku muu saa ajan. Muistutukset voit ottaa pois päältä omissa tiedoissasi.',
    },
    sv: {
      subject: 'Påminnelse om din bokning: {title}',
      text: 'Hej!\n\nKom ihåg din bokning:\n\n{title}\n{when}\n{hub}\nIncheckningskod: {checkInCode}\n\nNär du kommer knappar du in koden på digihubbens skärm eller checkar in med telefonen. Om du inte kan komma, avboka på sidan Mina bokningar så att någon annan får tiden. Du kan stänga av påminnelser bland dina uppgifter.',
    },
    en: {
      subject: 'Reminder of your booking: {title}',
      text: 'Hello!\n\nYou have a booking:\n\n{title}\n{when}\n{hub}\nCheck-in code: {checkInCode}\n\nWhen you come, enter the code on the hub’s screen, or check in with your phone. If you cannot come, cancel it on the page My bookings, so that somebody else can have the time. You can switch reminders off in your details.',
    },
  },
  bookingNoShow: {
    fi: {
      subject: 'Varauksesi vapautettiin muille: {title}',
      text: 'Hei!\n\nEt ollut paikalla varauksesi alussa, joten aika vapautettiin muille:\n\n{title}\n{when}\n{hub}\n\nJos et pääse, muista perua varaus ennen sen alkua.',
    },
    sv: {
      subject: 'Din bokade tid gavs till andra: {title}',
      text: 'Hej!\n\nDu var inte på plats när din bokning började, så tiden är nu ledig för andra:\n\n{title}\n{when}\n{hub}\n\nOm du får förhinder, kom ihåg att avboka innan tiden börjar.',
    },
    en: {
      subject: 'Your booking was released: {title}',
      text: 'Hello!\n\nYou were not there when your booking began, so the time was given to others:\n\n{title}\n{when}\n{hub}\n\nIf you cannot come, please cancel before it starts.',
    },
  },
  bookingOffered: {
    fi: {
      subject: 'Aika vapautui sinulle: {title}',
      text: 'Hei!\n\nJonotit aikaa, ja nyt sellainen vapautui. Pidämme sen sinulle varattuna {until} asti.\n\n{title}\n{when}\n{hub}\n\nVahvista aika Omat varaukset -sivulla. Jos et ehdi tai et enää tarvitse sitä, aika tarjotaan seuraavalle.',
    },
    sv: {
      subject: 'En tid blev ledig för dig: {title}',
      text: 'Hej!\n\nDu väntade på en tid och nu blev en ledig. Vi håller den åt dig till {until}.\n\n{title}\n{when}\n{hub}\n\nBekräfta tiden på sidan Mina bokningar. Om du inte hinner eller inte längre behöver den erbjuds den till nästa.',
    },
    en: {
      subject: 'A time has become free for you: {title}',
      text: 'Hello!\n\nYou waited for a time, and now there is one. We keep it for you until {until}.\n\n{title}\n{when}\n{hub}\n\nConfirm it on the page My bookings. If you cannot, or no longer need it, the next in line gets it.',
    },
  },
  bookingLost: {
    fi: {
      subject: 'Varauksesi on jouduttu perumaan: {title}',
      text: 'Hei!\n\nEmme valitettavasti voi pitää varaustasi:\n\n{title}\n{when}\n{hub}\n\nSyy: {reason}\n\n{alternatives, select, none {Voit varata uuden ajan milloin vain.} other {Nämä ajat ovat juuri nyt vapaina:\n{alternatives}}}\n\nPahoittelemme!',
    },
    sv: {
      subject: 'Vi har tyvärr avbokat din tid: {title}',
      text: 'Hej!\n\nVi kan tyvärr inte hålla din bokning:\n\n{title}\n{when}\n{hub}\n\nOrsak: {reason}\n\n{alternatives, select, none {Du kan boka en ny tid när som helst.} other {De här tiderna är lediga just nu:\n{alternatives}}}\n\nVi beklagar!',
    },
    en: {
      subject: 'We had to cancel your booking: {title}',
      text: 'Hello!\n\nWe are sorry, but we cannot keep your booking:\n\n{title}\n{when}\n{hub}\n\nReason: {reason}\n\n{alternatives, select, none {You can book another time whenever you like.} other {These times are free at this moment:\n{alternatives}}}',
    },
  },
  seriesBooked: {
    fi: {
      subject: 'Sarja varattu: {title}',
      text: 'Hei!\n\nSarjastasi on varattu {count, plural, one {yksi kerta} other {# kertaa}}.\n\n{title}\nEnsimmäinen kerta {when}\n{hub}\n\nKaikki ajat ovat liitteenä kalenteriisi.',
    },
    sv: {
      subject: 'Serien är bokad: {title}',
      text: 'Hej!\n\n{count, plural, one {Ett tillfälle} other {# tillfällen}} i din serie är bokade.\n\n{title}\nFörsta gången {when}\n{hub}\n\nAlla tider finns bifogade för din kalender.',
    },
    en: {
      subject: 'Series booked: {title}',
      text: 'Hello!\n\n{count, plural, one {One date} other {# dates}} of your series are booked.\n\n{title}\nFirst time {when}\n{hub}\n\nAll the times are attached for your calendar.',
    },
  },
  seriesMoved: {
    fi: {
      subject: 'Sarja siirretty: {title}',
      text: 'Hei!\n\nSarjastasi on siirretty {count, plural, one {yksi kerta} other {# kertaa}}.\n\n{title}\nEnsimmäinen siirretty kerta on nyt {when}\n{hub}\n\nUudet ajat ovat liitteenä kalenteriisi.',
    },
    sv: {
      subject: 'Serien är flyttad: {title}',
      text: 'Hej!\n\n{count, plural, one {Ett tillfälle} other {# tillfällen}} i din serie har flyttats.\n\n{title}\nDet första flyttade tillfället är nu {when}\n{hub}\n\nDe nya tiderna finns bifogade för din kalender.',
    },
    en: {
      subject: 'Series moved: {title}',
      text: 'Hello!\n\n{count, plural, one {One date} other {# dates}} of your series were moved.\n\n{title}\nThe first of them is now {when}\n{hub}\n\nThe new times are attached for your calendar.',
    },
  },
  seriesCancelled: {
    fi: {
      subject: 'Sarjan aikoja peruttu: {title}',
      text: 'Hei!\n\nSarjastasi on peruttu {count, plural, one {yksi kerta} other {# kertaa}}.\n\n{title}\nEnsimmäinen peruttu kerta {when}\n{hub}',
    },
    sv: {
      subject: 'Tider i serien är avbokade: {title}',
      text: 'Hej!\n\n{count, plural, one {Ett tillfälle} other {# tillfällen}} i din serie har avbokats.\n\n{title}\nDet första avbokade tillfället {when}\n{hub}',
    },
    en: {
      subject: 'Dates of the series cancelled: {title}',
      text: 'Hello!\n\n{count, plural, one {One date} other {# dates}} of your series were cancelled.\n\n{title}\nThe first of them was {when}\n{hub}',
    },
  },
} as const satisfies Record<string, Record<Locale, MailText>>;
