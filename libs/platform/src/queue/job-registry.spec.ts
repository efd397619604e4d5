import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { jobs, type JobName } from '#libs/contracts';
import { HandlesJob } from './handles-job.js';
import { JobRegistry } from './job-registry.js';
import { JobWorkers } from './job-workers.js';
import { QueueBackend } from './queue-backend.js';

const names = Object.keys(jobs) as JobName[];

/** A provider with one handler for each of the jobs. */
function handlerOf(handled: readonly JobName[]) {
  class Handler {}
  for (const name of handled) {
    const descriptor = { value: async () => undefined, writable: true, configurable: true };
    Object.defineProperty(Handler.prototype, name, descriptor);
    HandlesJob(name)(Handler.prototype, name, descriptor);
  }
  return Handler;
}

async function boot(...providers: (new () => object)[]): Promise<string[]> {
  const opened: string[] = [];
  const worker = { on: () => worker, close: async () => undefined };
  const backend = { openWorker: (name: string) => (opened.push(name), worker) };
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [JobRegistry, JobWorkers, { provide: QueueBackend, useValue: backend }, ...providers],
  }).compile();
  await module.init();
  await module.close();
  return opened;
}

describe('the worker', () => {
  it('boots when every job has exactly one handler, and listens to every queue', async () => {
    const queues = new Set<string>(names.map((name) => jobs[name].queue));
    expect(new Set(await boot(handlerOf(names)))).toEqual(queues);
  });

  it('does not boot while a job has no handler, and names it', async () => {
    const booted = boot(handlerOf(names.filter((name) => name !== 'print.analyse' && name !== 'mail.send')));
    await expect(booted).rejects.toThrow('job print.analyse has no handler; job mail.send has no handler');
  });

  it('does not boot while a job has two handlers, and names it', async () => {
    await expect(boot(handlerOf(names), handlerOf(['print.plan']))).rejects.toThrow('job print.plan has 2 handlers');
  });
});
