import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Database, logLevels, QueueBackend, type Config } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

/** The worker, at work once this resolves. */
export function createWorker(config: Config): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: logLevels(config),
    abortOnError: false,
  });
}

/** Rejects when the worker cannot reach what it works with. */
export async function checkWorker(worker: INestApplicationContext): Promise<void> {
  await worker.get(Database, { strict: false }).query('SELECT 1');
  await worker.get(QueueBackend, { strict: false }).check();
}
