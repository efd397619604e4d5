import type { MachineMessages } from './machine-fi.js';

export const svMachine: MachineMessages = {
  'machine.title': 'Skrivarens uppgifter',
  'machine.lead': 'Filerna kontrolleras, modellerna skivas och kön planeras enligt de här uppgifterna.',
  'machine.modelHint': 'Samma namn som i skivningsprogrammet, till exempel MK4.',
  'machine.bedXMillimetres': 'Plattans bredd (mm)',
  'machine.bedYMillimetres': 'Plattans djup (mm)',
  'machine.bedZMillimetres': 'Utskriftshöjd (mm)',
  'machine.nozzleDiameterMillimetres': 'Munstyckets diameter (mm)',
  'machine.maxNozzleCelsius': 'Munstycket högst (°C)',
  'machine.maxBedCelsius': 'Plattan högst (°C)',
  'machine.origin': 'Koordinaternas nollpunkt',
  'machineOrigin.corner': 'I plattans främre hörn',
  'machineOrigin.centre': 'Mitt på plattan (delta)',
  'machine.unattended': 'Får den skriva ut när hubben är stängd?',
  'machine.yes': 'Ja',
  'machine.no': 'Nej',
  'machine.saved': 'Sparat. Kön planeras på nytt.',
};
