/** What is said about a printer as a machine. */
export const fiMachine = {
  'machine.title': 'Tulostimen tiedot',
  'machine.lead': 'Näiden mukaan tiedostot tarkistetaan, mallit viipaloidaan ja jono suunnitellaan.',
  'machine.modelHint': 'Sama nimi kuin viipalointiohjelmassa, esimerkiksi MK4.',
  'machine.bedXMillimetres': 'Alustan leveys (mm)',
  'machine.bedYMillimetres': 'Alustan syvyys (mm)',
  'machine.bedZMillimetres': 'Tulostuskorkeus (mm)',
  'machine.nozzleDiameterMillimetres': 'Suuttimen halkaisija (mm)',
  'machine.maxNozzleCelsius': 'Suutin enintään (°C)',
  'machine.maxBedCelsius': 'Alusta enintään (°C)',
  'machine.origin': 'Koordinaattien nollapiste',
  'machineOrigin.corner': 'Alustan etukulmassa',
  'machineOrigin.centre': 'Alustan keskellä (delta)',
  'machine.unattended': 'Saako tulostaa, kun keskus on kiinni?',
  'machine.yes': 'Saa',
  'machine.no': 'Ei saa',
  'machine.saved': 'Tallennettu. Jono suunnitellaan uudelleen.',
} as const;

export type MachineMessages = Record<keyof typeof fiMachine, string>;
