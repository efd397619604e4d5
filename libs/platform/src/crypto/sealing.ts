import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Secrets that the server must read again, encrypted under a key derived from `SECRET_KEY`. */
@Injectable()
export class Sealing {
  constructor(private readonly config: Config) {}

  /**
   * @param purpose keeps keys of different uses apart
   * @param owner whose secret it is; sealed for one, it does not open for another
   * @returns nonce, tag and ciphertext, in this order
   */
  seal(purpose: string, owner: string, secret: Buffer): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.keyOf(purpose), nonce).setAAD(Buffer.from(owner));
    const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
  }

  /** @throws Error when it was sealed for another purpose, for somebody else, or under another `SECRET_KEY` */
  open(purpose: string, owner: string, sealed: Buffer): Buffer {
    const nonce = sealed.subarray(0, nonceBytes);
    const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
    const decipher = createDecipheriv(algorithm, this.keyOf(purpose), nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  }

  private keyOf(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.config.secretKey, '', purpose, 32));
  }
}
