import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { KeyedHash } from '../crypto/keyed-hash.js';
import { Problem } from '../problem/problem.js';
import { RateLimitStore } from './rate-limit-store.js';
import { rateLimits, type RateLimitName } from './rate-limits.js';

/** Counts requests across all replicas and refuses those that come too often. */
@Injectable()
export class RateLimiter implements OnApplicationShutdown {
  private readonly logger = new Logger(RateLimiter.name);
  private readonly limiters: ReadonlyMap<string, RateLimiterAbstract>;
  private isBlind = false;

  constructor(
    config: Config,
    private readonly store: RateLimitStore,
    private readonly keyedHash: KeyedHash,
  ) {
    const entries = Object.entries(rateLimits).map(([name, { requests, windowSeconds }]) => {
      const scaled = Math.ceil(requests * config.rateLimitFactor);
      return [name, store.open({ name, requests: scaled, windowSeconds })] as const;
    });
    this.limiters = new Map(entries);
  }

  /**
   * Counts one request. While the counter is away everybody is let in: a hub that cannot count still serves people.
   * @param who whose request; kept as a keyed hash only
   * @throws Problem `rate_limited` with the seconds until there is room again
   */
  async spend(name: RateLimitName, who: string): Promise<void> {
    try {
      await this.limiters.get(name)?.consume(this.keyOf(name, who));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw tooMany(refusal);
      this.reportBlindness(refusal);
      return;
    }
    if (this.isBlind) this.logger.warn('requests are counted again');
    this.isBlind = false;
  }

  /** Takes back what `spend` has counted, where only what fails is to count. */
  async giveBack(name: RateLimitName, who: string): Promise<void> {
    try {
      await this.limiters.get(name)?.reward(this.keyOf(name, who));
    } catch (cause) {
      this.reportBlindness(cause);
    }
  }

  onApplicationShutdown(): void {
    this.store.close();
  }

  private keyOf(name: RateLimitName, who: string): string {
    return this.keyedHash.of('rate-limit', `${name}/${who}`).toString('base64url');
  }

  /** Once per outage: a line per request would bury everything else. */
  private reportBlindness(cause: unknown): void {
    if (!this.isBlind) this.logger.warn(`requests are not counted, so none is refused: ${String(cause)}`);
    this.isBlind = true;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  return new Problem('rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
}
