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

/**
 * Embedded always; Redis and Mosquitto where `TEST_REDIS_URL` and `TEST_MQTT_URL` name them.
 * @throws Error in CI when they are missing: both profiles must have been tested there
 */
export function profiles(): Profile[] {
  const embedded = { name: 'the embedded profile', start: () => startHub() };
  const { TEST_REDIS_URL, TEST_MQTT_URL, CI } = process.env;
  if (TEST_REDIS_URL !== undefined && TEST_MQTT_URL !== undefined) {
    return [embedded, { name: 'the production profile', start: () => startProductionHub() }];
  }
  if (CI === 'true') throw new Error('TEST_REDIS_URL and TEST_MQTT_URL must be set in CI');
  return [embedded];
}
