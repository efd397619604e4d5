import { rejectionCodes } from '../mqtt/envelope.js';

/** Why a printer needs somebody or is not to be seen, in our words whatever the maker says. */
export const printerReasonCodes = [
  'machine',
  'material',
  'door',
  'person',
  'network',
  'credentials',
  'control',
  'attention',
  'unknown_state',
] as const;
export type PrinterReasonCode = (typeof printerReasonCodes)[number];

/** Why an attempt did not come to its end: the printer's own reason, the bridge's refusal, or what we found out. */
export const attemptCauses = [
  ...printerReasonCodes,
  ...rejectionCodes,
  'never_started',
  'not_on_printer',
  'cancel_refused',
] as const;
export type AttemptCause = (typeof attemptCauses)[number];
