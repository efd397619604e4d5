import type { Locale, ProblemCode } from '#libs/contracts';

/** What the refusals of prints and printers say. */
export const printProblemTexts = {
  'print.unsupported_file': {
    fi: 'Tiedosto ei ole G-koodia, jonka tulostimemme osaavat tulostaa.',
    sv: 'Filen är inte G-kod som våra skrivare kan skriva ut.',
    en: 'The file is not G-code that our printers can print.',
  },
  'print.too_large': {
    fi: 'Tiedosto on liian suuri: enintään {maxMegabytes, number} megatavua.',
    sv: 'Filen är för stor: högst {maxMegabytes, number} megabyte.',
    en: 'The file is too large: at most {maxMegabytes, number} megabytes.',
  },
  'print.corrupt_file': {
    fi: 'Tiedosto on rikki tai katkennut kesken.',
    sv: 'Filen är skadad eller avbruten.',
    en: 'The file is broken or cut off.',
  },
  'print.several_plates': {
    fi: 'Tiedostossa on monta viipaloitua alustaa. Vie jokainen alusta omaksi tiedostokseen ja lähetä ne erikseen.',
    sv: 'Filen innehåller flera beredda plattor. Exportera varje platta till en egen fil och skicka dem var för sig.',
    en: 'The file holds several sliced plates. Export each plate as a file of its own and send them one by one.',
  },
  'print.needs_slicing': {
    fi: 'Tämä on 3D-malli. Ohjaaja viipaloi sen tulostimelle; voit myös viipaloida sen itse ja lähettää G-koodin.',
    sv: 'Det här är en 3D-modell. Handledaren bereder (slicar) den för skrivaren; du kan också göra det själv och skicka G-koden.',
    en: 'This is a 3D model. The staff will slice it for the printer; you can also slice it yourself and send the G-code.',
  },
  'print.model_too_big': {
    fi: 'Malli ei mahdu tulostimen alustalle. Pienennä sitä tai jaa se osiin.',
    sv: 'Modellen ryms inte på skrivarens platta. Gör den mindre eller dela den.',
    en: 'The model does not fit on the printer’s plate. Make it smaller or divide it.',
  },
  'print.slicing_failed': {
    fi: 'Mallia ei saatu viipaloitua. Korjaa malli tai viipaloi se itse ja lähetä G-koodi; ohjaaja auttaa.',
    sv: 'Modellen gick inte att bereda (slica). Reparera modellen, eller bered den själv och skicka G-koden; handledaren hjälper till.',
    en: 'The model could not be sliced. Repair it, or slice it yourself and send the G-code; the staff will help.',
  },
  'print.unsafe_command': {
    fi: 'Tiedostossa on komento, jota yhteiskäyttöinen tulostin ei saa ajaa.',
    sv: 'Filen innehåller ett kommando som en gemensam skrivare inte får köra.',
    en: 'The file has a command that a shared printer must not run.',
  },
  'print.out_of_bed': {
    fi: 'Tuloste ei mahdu tulostusalustalle.',
    sv: 'Utskriften ryms inte på byggplattan.',
    en: 'The print does not fit on the bed.',
  },
  'print.limit_reached': {
    fi: 'Kuukauden tulostusmääräsi ei riitä tähän tulosteeseen. Uusi määrä tulee käyttöön kuukauden vaihtuessa.',
    sv: 'Din månadsmängd räcker inte till den här utskriften. En ny mängd börjar när månaden byts.',
    en: 'Your monthly amount is not enough for this print. A new one begins with the next month.',
  },
  'print.file_missing': {
    fi: 'Tiedosto ei ole enää tallessa. Lähetä se uudelleen.',
    sv: 'Filen finns inte kvar. Skicka den på nytt.',
    en: 'The file is no longer kept. Send it again.',
  },
  'print.wrong_state': {
    fi: 'Tulosteen tila on jo muuttunut, joten tätä ei voi enää tehdä.',
    sv: 'Utskriftens status har redan ändrats, så detta går inte längre.',
    en: 'The print has already changed, so this can no longer be done.',
  },
  'print.paused_by_others': {
    fi: 'Tulostus pysäytettiin Digikeskuksessa. Vain henkilökunta voi jatkaa sitä.',
    sv: 'Utskriften pausades på plats. Bara personalen kan låta den fortsätta.',
    en: 'The print was paused at the hub. Only the staff can let it go on.',
  },
  'printer.secret_needed': {
    fi: 'Anna tulostimen avain tai salasana. Se on annettava uudelleen aina, kun osoite tai liitäntätapa vaihtuu.',
    sv: 'Ange skrivarens nyckel eller lösenord. Det måste anges på nytt varje gång adressen eller anslutningssättet ändras.',
    en: 'Enter the printer’s key or password. It has to be entered anew whenever the address or the kind of connection changes.',
  },
  'printer.no_camera': {
    fi: 'Tässä tulostimessa ei ole kameraa, jota voisi katsoa täältä.',
    sv: 'Den här skrivaren har ingen kamera som kan visas här.',
    en: 'This printer has no camera that can be shown here.',
  },
  'printer.no_picture': {
    fi: 'Kamera ei juuri nyt anna kuvaa. Yritä hetken päästä uudelleen.',
    sv: 'Kameran ger ingen bild just nu. Försök igen om en stund.',
    en: 'The camera gives no picture right now. Try again in a moment.',
  },
  'printer.wrong_state': {
    fi: 'Tulostin on nyt tilassa, jossa tätä ei voi tehdä.',
    sv: 'Skrivaren är nu i ett läge där detta inte går.',
    en: 'The printer is in a state where this cannot be done.',
  },
  'printer.unreachable': {
    fi: 'Tulostimeen ei juuri nyt saada yhteyttä.',
    sv: 'Skrivaren kan inte nås just nu.',
    en: 'The printer cannot be reached right now.',
  },
  'spool.archived': {
    fi: 'Rulla on poistettu käytöstä. Ota se ensin takaisin käyttöön.',
    sv: 'Rullan är tagen ur bruk. Ta den först i bruk igen.',
    en: 'The spool has been put away. Take it into use again first.',
  },
  'spool.loaded': {
    fi: 'Tulostimessa on rulla, joten materiaali tiedetään siitä. Ota rulla ensin pois.',
    sv: 'Det sitter en rulla i skrivaren, så materialet är känt. Ta först bort rullan.',
    en: 'There is a spool in the printer, which tells the material. Take it out first.',
  },
} as const satisfies Partial<Record<ProblemCode, Record<Locale, string>>>;
