/** The week of the demo hub: hh:mm in its own time zone. */
const weekday = [{ opens: '09:00', closes: '20:00' }];
const saturday = [{ opens: '10:00', closes: '16:00' }];

export const demoHub = {
  slug: 'viitasaari',
  name: 'Viitasaaren Digikeskus',
  address: 'Viitasaari',
  timeZone: 'Europe/Helsinki',
  languages: ['fi', 'sv', 'en'],
  weeklyHours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: saturday },
  // Headsets are wiped between two people; printers get hot.
  categoryPolicies: { 'vr-headset': { bufferAfterMinutes: 10 }, printer: { minAge: 15 } },
};

export const demoPools = [
  {
    slug: 'vr-headset',
    category: 'vr-headset',
    name: { fi: 'VR-lasit', sv: 'VR-glasögon', en: 'VR headset' },
    description: {
      fi: 'Virtuaalilasit ohjaimineen. Sopii peleihin, 3D-mallien katseluun ja virtuaalikierroksiin; ohjaaja auttaa alkuun.',
      sv: 'VR-glasögon med handkontroller, för spel, 3D-modeller och virtuella rundturer. En handledare hjälper dig i gång.',
      en: 'A headset with controllers for games, 3D models and virtual tours. An instructor helps you get started.',
    },
  },
  {
    slug: 'pc',
    category: 'computer',
    name: { fi: 'Tehotietokone', sv: 'Kraftfull dator', en: 'Workstation' },
    description: {
      fi: 'Pelaamiseen, videoeditointiin, 3D-mallinnukseen ja viipalointiin riittävä tietokone kahdella näytöllä.',
      sv: 'En dator med två skärmar som räcker till för spel, videoredigering, 3D-modellering och slicing.',
      en: 'A computer with two screens, fit for games, video editing, 3D modelling and slicing.',
    },
  },
];

const headset = (number: number) => ({
  slug: `vr-${number}`,
  category: 'vr-headset',
  pool: 'vr-headset',
  name: { fi: `VR-lasit ${number}`, sv: `VR-glasögon ${number}`, en: `VR headset ${number}` },
  description: {
    fi: 'Virtuaalilasit ja kaksi ohjainta.',
    sv: 'VR-glasögon och två handkontroller.',
    en: 'A headset and two controllers.',
  },
});

const printer = (number: number) => ({
  slug: `printer-${number}`,
  category: 'printer',
  name: { fi: `3D-tulostin ${number}`, sv: `3D-skrivare ${number}`, en: `3D printer ${number}` },
  description: {
    fi: 'Lähetä tulostettava tiedosto jonoon, tai varaa tulostimelle aika, kun haluat olla itse paikalla.',
    sv: 'Skicka din fil till kön, eller boka en tid på skrivaren när du själv vill vara på plats.',
    en: 'Send a file to the queue, or book the printer for a time when you want to be there yourself.',
  },
});

const computer = (number: number) => ({
  slug: `pc-${number}`,
  category: 'computer',
  pool: 'pc',
  name: { fi: `Tietokone ${number}`, sv: `Dator ${number}`, en: `Computer ${number}` },
  description: {
    fi: 'Tehokas tietokone, jossa on kaksi näyttöä.',
    sv: 'En kraftfull dator med två skärmar.',
    en: 'A powerful computer with two screens.',
  },
});

const rooms = [
  {
    slug: 'studio',
    category: 'room',
    // Whoever wants it for more than half a day talks to staff first.
    policy: { maxDurationMinutes: 480, approvalOverMinutes: 240 },
    name: { fi: 'Studio', sv: 'Studio', en: 'Studio' },
    description: {
      fi: 'Kuvausstudio, jossa on taustakankaat, valot ja tilaa kuudelle. Kamerapaketti kuuluu varaukseen.',
      sv: 'Fotostudio med bakgrunder, belysning och plats för sex. Kamerapaketet ingår i bokningen.',
      en: 'A photo and video studio with backdrops, lights and room for six. The camera kit comes with it.',
    },
  },
  {
    slug: 'podcast-room',
    category: 'room',
    name: { fi: 'Podcast-huone', sv: 'Poddrum', en: 'Podcast room' },
    description: {
      fi: 'Äänieristetty huone, neljä mikrofonia ja tallennin.',
      sv: 'Ett ljudisolerat rum med fyra mikrofoner och inspelare.',
      en: 'A sound-proof room with four microphones and a recorder.',
    },
  },
  {
    slug: 'camera-kit',
    category: 'camera',
    parent: 'studio',
    name: { fi: 'Kamerapaketti', sv: 'Kamerapaket', en: 'Camera kit' },
    description: {
      fi: 'Järjestelmäkamera, kaksi objektiivia, jalusta ja langaton mikrofoni. Käytössä digikeskuksen tiloissa.',
      sv: 'Systemkamera, två objektiv, stativ och trådlös mikrofon. Används i digihubbens lokaler.',
      en: 'A mirrorless camera, two lenses, a tripod and a wireless microphone, for use at the hub.',
    },
  },
];

/** In the order in which people see them; what is part of another thing names it as its parent. */
export const demoResources = [
  ...[1, 2, 3, 4].map(headset),
  ...[1, 2, 3].map(printer),
  ...[1, 2, 3].map(computer),
  ...rooms,
];
