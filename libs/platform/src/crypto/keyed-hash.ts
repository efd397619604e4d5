import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** Hashes that only someone with the server's `SECRET_KEY` can make. */
@Injectable()
export class KeyedHash {
  constructor(private readonly config: Config) {}

  /**
   * @param purpose keeps hashes of different uses apart
   * @param text what is hashed
   * @returns HMAC-SHA-256, 32 bytes
   */
  of(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.config.secretKey).update(`${purpose}\0${text}`).digest();
  }

  /** Compares in constant time. */
  matches(purpose: string, text: string, hash: Buffer): boolean {
    const expected = this.of(purpose, text);
    return expected.length === hash.length && timingSafeEqual(expected, hash);
  }
}
