import { Injectable } from '@nestjs/common';
import { Clock, Config, KeyedHash } from '#libs/platform';

const purpose = 'printer-picture';
const lifetimeSeconds = 60;

/** What the address of a picture to come carries. */
export interface CarriedLink {
  askingId: string;
  expires: number;
  signature: string;
}

/** Short-lived addresses to which a bridge brings one picture without an account. */
@Injectable()
export class PictureLink {
  constructor(
    private readonly config: Config,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  /** @returns an address that works for a minute */
  create(askingId: string): string {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + lifetimeSeconds;
    const signature = this.keyedHash.of(purpose, `${askingId}/${expires}`).toString('base64url');
    const url = new URL(`/api/v1/printer-pictures/${askingId}`, this.config.fileBaseUrl);
    url.search = new URLSearchParams({ expires: String(expires), signature }).toString();
    return url.href;
  }

  isValid({ askingId, expires, signature }: CarriedLink): boolean {
    const hash = Buffer.from(signature, 'base64url');
    const isOurs = this.keyedHash.matches(purpose, `${askingId}/${expires}`, hash);
    return isOurs && expires * 1000 > this.clock.now().getTime();
  }
}
