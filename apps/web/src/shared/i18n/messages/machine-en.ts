import type { MachineMessages } from './machine-fi.js';

export const enMachine: MachineMessages = {
  'machine.title': 'The machine',
  'machine.lead': 'Files are checked, models sliced and the queue planned by these.',
  'machine.modelHint': 'As the slicing program calls it, for example MK4.',
  'machine.bedXMillimetres': 'Plate width (mm)',
  'machine.bedYMillimetres': 'Plate depth (mm)',
  'machine.bedZMillimetres': 'Height (mm)',
  'machine.nozzleDiameterMillimetres': 'Nozzle diameter (mm)',
  'machine.maxNozzleCelsius': 'Nozzle at most (°C)',
  'machine.maxBedCelsius': 'Plate at most (°C)',
  'machine.origin': 'Coordinates begin',
  'machineOrigin.corner': 'At the front corner',
  'machineOrigin.centre': 'In the middle (delta)',
  'machine.unattended': 'May it print while the hub is closed?',
  'machine.yes': 'Yes',
  'machine.no': 'No',
  'machine.saved': 'Saved. The queue is planned anew.',
};
