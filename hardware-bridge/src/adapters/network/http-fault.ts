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
  throw isAnswer(error) ? saidNo(error) : error;
}

/** @throws PrinterRefusal whatever went wrong: a file that is not there whole cannot move anything */
export function refuseUpload(error: unknown): never {
  if (isAnswer(error)) throw saidNo(error);
  throw new PrinterRefusal('printer_offline', 'The upload broke off', { cause: error });
}

/** Somebody else is at it, prints or sends a file: that is a matter of time, and no fault. */
function saidNo(error: HttpFault | CredentialsRefused): PrinterRefusal {
  const isBusy = error instanceof HttpFault && error.status === 409;
  return new PrinterRefusal(isBusy ? 'not_idle' : 'printer_error', error.message, { cause: error });
}

function isAnswer(error: unknown): error is HttpFault | CredentialsRefused {
  return error instanceof HttpFault || error instanceof CredentialsRefused;
}
