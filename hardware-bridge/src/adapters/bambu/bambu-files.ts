import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { connect as connectTls, TLSSocket } from 'node:tls';
import { Client, FTPError, type FTPContext, type FTPResponse } from 'basic-ftp';
import type { BambuPrinter } from '../../bridge-options.js';
import { isRemoteName } from '../../journal/command-journal.js';
import { uploadDeadlineMs } from '../network/pace.js';
import { CredentialsRefused } from '../network/printer-unreachable.js';
import { PrinterRefusal, type PrintToStart } from '../printer-adapter.js';
import { packPlate } from './bambu-package.js';
import { checkCertificate, tlsOptions } from './printer-certificate.js';

const usualPort = 990;
const extension = '.3mf';

/** The printer's card, over FTP inside TLS from the first byte. */
export class BambuFiles {
  constructor(
    private readonly printer: BambuPrinter,
    private readonly timeoutMs: number,
  ) {}

  /**
   * Packs the file and sends it in one go, and looks whether all of it has arrived.
   * @returns its name on the printer
   * @throws PrinterRefusal whatever goes wrong: a file that is not there whole cannot move anything
   */
  async upload({ filePath, remoteName }: PrintToStart): Promise<string> {
    const name = `${remoteName}${extension}`;
    try {
      // The last answer comes when the printer has written all of it to its card, so it takes as long as the file is.
      await this.visit(uploadDeadlineMs((await stat(filePath)).size), async (client) => {
        const sent = await send(client, filePath, name);
        const arrived = await client.size(name);
        if (arrived !== sent) throw new PrinterRefusal('checksum_mismatch', `${arrived} of ${sent} bytes arrived`);
      });
    } catch (error) {
      throw refusalOf(error);
    }
    return name;
  }

  /** Removes our files, but for the one that is printed. */
  async sweep(inUse: string | null): Promise<void> {
    await this.visit(this.timeoutMs, async (client) => {
      for (const { name } of await client.list()) {
        const ours = name.endsWith(extension) && isRemoteName(name.slice(0, -extension.length));
        if (ours && name !== `${inUse}${extension}`) await client.remove(name);
      }
    });
  }

  private async visit(timeoutMs: number, work: (client: Client) => Promise<void>): Promise<void> {
    const { host, ports, serial, fingerprint, accessCode } = this.printer;
    const client = new Client(timeoutMs);
    const deadline = setTimeout(() => client.close(), timeoutMs);
    try {
      // Some printers refuse to resume a session of TLS 1.3, and all want it resumed.
      const options = { ...tlsOptions({ serial }), maxVersion: 'TLSv1.2' as const };
      await client.connectImplicitTLS(host, ports?.ftps ?? usualPort, options);
      if (client.ftp.socket instanceof TLSSocket) checkCertificate(client.ftp.socket, { serial, fingerprint });
      await client.login('bblp', accessCode);
      await client.useDefaultSettings();
      client.availableListCommands = ['LIST'];
      client.prepareTransfer = openPassive;
      await work(client);
    } finally {
      clearTimeout(deadline);
      client.close();
    }
  }
}

async function send(client: Client, filePath: string, name: string): Promise<number> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await Promise.all([pipeline(await packPlate(filePath), counted), client.uploadFrom(counted, name)]);
  } finally {
    counted.destroy();
  }
  return bytes;
}

/** The address in the printer's answer is made up; only its port is true. */
async function openPassive(ftp: FTPContext): Promise<FTPResponse> {
  const answer = await ftp.request('PASV');
  const [, high, low] = /(\d+),(\d+)\)/.exec(answer.message) ?? [];
  const host = ftp.socket.remoteAddress;
  if (high === undefined || low === undefined || host === undefined) throw new Error(`PASV: ${answer.message}`);
  const socket = connect(Number(high) * 256 + Number(low), host);
  socket.setTimeout(ftp.timeout, () => socket.destroy(new Error('No data connection')));
  await once(socket, 'connect');
  socket.setTimeout(0);
  const session = ftp.tlsSessionStore ?? (ftp.socket as TLSSocket).getSession();
  ftp.dataSocket = connectTls({ ...ftp.tlsOptions, socket, ...(session && { session }) });
  return answer;
}

function refusalOf(error: unknown): PrinterRefusal {
  if (error instanceof PrinterRefusal) return error;
  const answered = error instanceof FTPError || error instanceof CredentialsRefused;
  const why = answered ? error.message : 'The upload broke off';
  return new PrinterRefusal(answered ? 'printer_error' : 'printer_offline', why, { cause: error });
}
