import type { Category, Locale } from '#libs/contracts';

/** What a group of things is called on the kiosk. */
export const categoryNames: Record<Category, Record<Locale, string>> = {
  'vr-headset': { fi: 'VR-lasit', sv: 'VR-glasögon', en: 'VR headsets' },
  printer: { fi: '3D-tulostimet', sv: '3D-skrivare', en: '3D printers' },
  computer: { fi: 'Tietokoneet', sv: 'Datorer', en: 'Computers' },
  room: { fi: 'Tilat', sv: 'Rum', en: 'Rooms' },
  camera: { fi: 'Kamerat', sv: 'Kameror', en: 'Cameras' },
};
