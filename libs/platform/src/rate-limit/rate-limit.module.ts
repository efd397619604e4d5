import { Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { RateLimitStore } from './rate-limit-store.js';
import { RateLimiter } from './rate-limiter.js';

/** Limits on requests, for processes that answer them. */
@Module({
  providers: [{ provide: RateLimitStore, useFactory: RateLimitStore.for, inject: [Config, Database] }, RateLimiter],
  exports: [RateLimiter],
})
export class RateLimitModule {}
