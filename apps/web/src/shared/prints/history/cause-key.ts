import type { AttemptCause, PrinterReasonCode } from '#libs/contracts';
import type { MessageKey } from '../../i18n/messages/fi.js';

const reasons: Record<PrinterReasonCode, MessageKey> = {
  machine: 'printerReason.machine',
  material: 'printerReason.material',
  door: 'printerReason.door',
  person: 'printerReason.person',
  network: 'printerReason.network',
  credentials: 'printerReason.credentials',
  control: 'printerReason.control',
  attention: 'printerReason.attention',
  unknown_state: 'printerReason.unknown_state',
};

const causes: Record<AttemptCause, MessageKey> = {
  ...reasons,
  expired: 'cause.notReached',
  not_idle: 'cause.notReady',
  plate_not_clear: 'cause.plate',
  expectation_failed: 'cause.notReady',
  wrong_job: 'cause.notReady',
  file_unavailable: 'cause.file',
  checksum_mismatch: 'cause.file',
  printer_offline: 'cause.notReached',
  printer_error: 'printerReason.machine',
  not_supported: 'cause.notReady',
  crashed: 'cause.notReached',
  never_started: 'cause.notReached',
  not_on_printer: 'cause.lost',
  cancel_refused: 'cause.notStopped',
};

/** Why a printer needs somebody, or is not to be seen; a code that this page does not know yet is said as it is. */
export function printerReasonKey(code: string): MessageKey {
  return Object.hasOwn(reasons, code) ? reasons[code as PrinterReasonCode] : 'printerReason.other';
}

/** Why a print did not come to its end. */
export function causeKey(code: string): MessageKey {
  return Object.hasOwn(causes, code) ? causes[code as AttemptCause] : 'printerReason.other';
}
