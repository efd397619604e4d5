import type { Locale, ProblemCode } from '#libs/contracts';

/** What is refused around pairing a screen or a bridge. */
export const deviceProblemTexts = {
  'device.code_invalid': {
    fi: 'Koodi ei kelpaa. Tarkista se laitteen näytöltä; vanhentuneen koodin tilalle laite hakee uuden.',
    sv: 'Koden gäller inte. Kontrollera den på enhetens skärm; när en kod har gått ut hämtar enheten en ny.',
    en: 'The code is not valid. Check it on the device’s screen; when a code expires, the device fetches a new one.',
  },
  'device.pairing_over': {
    fi: 'Koodi on vanhentunut tai jo käytetty. Hae laitteella uusi koodi.',
    sv: 'Koden har gått ut eller redan använts. Hämta en ny kod på enheten.',
    en: 'The code has expired or was already used. Get a new one on the device.',
  },
  'device.bridge_taken': {
    fi: 'Silta {bridge} on jo liitetty. Poista vanha laite ensin tai anna sillalle toinen nimi.',
    sv: 'Bryggan {bridge} är redan ansluten. Ta bort den gamla enheten först eller ge bryggan ett annat namn.',
    en: 'The bridge {bridge} is already paired. Remove the old device first, or give the bridge another name.',
  },
  'device.unknown': {
    fi: 'Laitetta ei ole liitetty tai sen liitos on poistettu.',
    sv: 'Enheten är inte ansluten, eller så har anslutningen tagits bort.',
    en: 'The device is not paired, or its pairing has been removed.',
  },
} as const satisfies Partial<Record<ProblemCode, Record<Locale, string>>>;
