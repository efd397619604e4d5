import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { jobs, type JobName } from '#libs/contracts';
import { handledJob } from './handles-job.js';

/** What a handler may know about the queue job it runs for. */
export interface JobRun {
  /** 1 for the first try. */
  readonly tryNumber: number;
  readonly isLastTry: boolean;
}

export type JobHandler = (payload: unknown, run: JobRun) => Promise<void>;

/** Finds the method for every job and refuses to boot when one is missing or doubled. */
@Injectable()
export class JobRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /**
   * @returns a handler for every job name
   * @throws Error naming the jobs without a handler and those with several
   */
  collect(): Map<JobName, JobHandler> {
    const found = this.findHandlers();
    const faults = (Object.keys(jobs) as JobName[]).flatMap((name) => {
      const count = found.filter((handler) => handler.name === name).length;
      if (count === 0) return [`job ${name} has no handler`];
      return count === 1 ? [] : [`job ${name} has ${count} handlers`];
    });
    if (faults.length > 0) throw new Error(faults.join('; '));
    return new Map(found.map((handler) => [handler.name, handler.handle]));
  }

  private findHandlers(): { name: JobName; handle: JobHandler }[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const methods = instance as Record<string, JobHandler>;
      return this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((methodName) => {
        const method = methods[methodName];
        if (typeof method !== 'function') return [];
        const name = this.reflector.get<JobName | undefined>(handledJob, method);
        return name === undefined ? [] : [{ name, handle: method.bind(instance) }];
      });
    });
  }
}
