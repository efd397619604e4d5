import { PrinterRefusal } from '../printer-adapter.js';
import { CredentialsRefused } from './printer-unreachable.js';

/** The printer answered over HTTP, and it is not what was asked for. */
export class HttpFault extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws PrinterRefusal when the printer has answered; the error itself when nobody knows what it did */
export function refuseCommand(error: unknown): never {
  if (!isAnswer(error)) throw error;
  const code = error instanceof HttpFault && error.status === 409 ? 'not_idle' : 'printer_error';
  throw new PrinterRefusal(code, error.message, { cause: error });
}

/** @throws PrinterRefusal whatever went wrong: a file that is not there whole cannot move anything */
export function refuseUpload(error: unknown): never {
  const [code, why] = isAnswer(error)
    ? (['printer_error', error.message] as const)
    : (['printer_offline', 'The upload broke off'] as const);
  throw new PrinterRefusal(code, why, { cause: error });
}

function isAnswer(error: unknown): error is HttpFault | CredentialsRefused {
  return error instanceof HttpFault || error instanceof CredentialsRefused;
}
