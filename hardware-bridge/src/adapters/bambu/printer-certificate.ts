import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { CredentialsRefused } from '../network/printer-unreachable.js';

/** Who a printer must prove to be, before it is told the access code. */
export interface PrinterIdentity {
  /** It stands in the certificate as its common name. */
  readonly serial: string;
  /** SHA-256 of the certificate; any certificate with that serial will do when it is left out. */
  readonly fingerprint?: string | undefined;
}

/**
 * TLS as the printers speak it. Their certificates come from the maker's own authorities, of which there are several
 * and none is on this computer, so the certificate itself is looked at, by {@link checkCertificate}.
 */
export function tlsOptions({ serial }: PrinterIdentity): ConnectionOptions {
  return { servername: serial, rejectUnauthorized: false };
}

/** @throws CredentialsRefused when the other end is not that printer */
export function checkCertificate(socket: TLSSocket, { serial, fingerprint }: PrinterIdentity): void {
  const { subject, fingerprint256 } = socket.getPeerCertificate();
  const name = subject.CN;
  if (name !== serial) throw new CredentialsRefused(`The certificate is of ${name}, not of ${serial}`);
  if (fingerprint !== undefined && plain(fingerprint) !== plain(fingerprint256)) {
    throw new CredentialsRefused(`The certificate’s fingerprint is ${fingerprint256}`);
  }
}

/** @throws Error when there is no answer in time; CredentialsRefused when it is not that printer */
export async function connectToPrinter(
  { host, port, timeoutMs }: { host: string; port: number; timeoutMs: number },
  identity: PrinterIdentity,
): Promise<TLSSocket> {
  const socket = connect({ host, port, ...tlsOptions(identity) });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.setTimeout(timeoutMs, () => reject(new Error(`${host} does not answer`)));
      socket.once('secureConnect', resolve);
      socket.once('error', reject);
      socket.once('close', () => reject(new Error(`${host} has hung up`)));
    });
    socket.setTimeout(0);
    checkCertificate(socket, identity);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}
