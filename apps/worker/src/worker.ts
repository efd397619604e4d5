import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Database, DiscreetLogger, QueueBackend, withinTime, type Config } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

const patienceMs = 3000;

/** The worker, at work once this resolves. */
export function createWorker(config: Config): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: new DiscreetLogger(config),
    abortOnError: false,
  });
}

/** Rejects when the worker cannot reach what it works with. */
export async function checkWorker(worker: INestApplicationContext): Promise<void> {
  const database = worker.get(Database, { strict: false }).query('SELECT 1');
  const queue = worker.get(QueueBackend, { strict: false }).check();
  await withinTime(Promise.all([database, queue]), patienceMs);
}
