import type { FaultReportMessages } from './fault-report-fi.js';

export const svFaultReport: FaultReportMessages = {
  'fault.report': 'Anmäl ett fel',
  'fault.signIn': 'Logga in och anmäl ett fel',
  'fault.reportTitle': 'Vad är det för fel? {name}',
  'fault.text': 'Vad märkte du?',
  'fault.textHint': 'Frivilligt. Det räcker att du anmäler.',
  'fault.send': 'Skicka anmälan',
  'fault.thanks': 'Tack! Anmälan har gått till personalen.',
};
