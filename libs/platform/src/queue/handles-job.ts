import { SetMetadata } from '@nestjs/common';
import type { JobName } from '#libs/contracts';

/** Metadata key under which a method says which job it handles. */
export const handledJob = 'digikeskus:handled-job';

/**
 * Marks the method that does one kind of job. It receives the parsed payload and a `JobRun`; it must be idempotent
 * and throw on failure.
 */
export const HandlesJob = (name: JobName): MethodDecorator => SetMetadata(handledJob, name);
