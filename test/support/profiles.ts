import { backends } from './backends.js';
import { startHub } from './hub.js';
import { startProductionHub } from './production-hub.js';

/** A hub on which the whole system is tested, whatever carries it. */
export interface ProfileHub {
  readonly url: string;
  remove(): Promise<void>;
}

export interface Profile {
  readonly name: string;
  start(): Promise<ProfileHub>;
}

/** Embedded always; processes over Redis and a broker where {@link backends} has Redis. */
export function profiles(): Profile[] {
  const embedded = { name: 'the embedded profile', start: () => startHub() };
  return backends().map(({ redisUrl }) => {
    if (redisUrl === undefined) return embedded;
    return { name: 'the production profile', start: () => startProductionHub(redisUrl) };
  });
}
