import { Injectable } from '@nestjs/common';
import { Clock, Config, KeyedHash } from '#libs/platform';

const lifetimeMinutes = 30;

/** Short-lived addresses by which a bridge fetches one print file without an account. */
@Injectable()
export class PrintFileLink {
  constructor(
    private readonly config: Config,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  /** @returns an address that works for half an hour */
  create(printJobId: string): string {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + lifetimeMinutes * 60;
    const signature = this.keyedHash.of('print-file', `${printJobId}/${expires}`).toString('base64url');
    const url = new URL(`/api/v1/print-files/${printJobId}`, this.config.fileBaseUrl);
    url.search = new URLSearchParams({ expires: String(expires), signature }).toString();
    return url.href;
  }

  /** @param link what the address carried */
  isValid(link: { printJobId: string; expires: number; signature: string }): boolean {
    const hash = Buffer.from(link.signature, 'base64url');
    const isOurs = this.keyedHash.matches('print-file', `${link.printJobId}/${link.expires}`, hash);
    return isOurs && link.expires * 1000 > this.clock.now().getTime();
  }
}
