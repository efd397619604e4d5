import type { FaultReportMessages } from './fault-report-fi.js';

export const enFaultReport: FaultReportMessages = {
  'fault.report': 'Report a fault',
  'fault.signIn': 'Sign in to report a fault',
  'fault.reportTitle': 'What is wrong? {name}',
  'fault.text': 'What did you notice?',
  'fault.textHint': 'Optional. Just telling us helps.',
  'fault.send': 'Send the report',
  'fault.thanks': 'Thank you! The staff have your report.',
};
