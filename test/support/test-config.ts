import { Config } from '#libs/platform';

/**
 * Settings of a process under test.
 * @param env on top of what is always needed
 */
export function testConfig(env: { DATABASE_URL: string } & Record<string, string | undefined>): Config {
  return Config.parse({ MQTT_URL: 'mqtt://127.0.0.1:1', SECRET_KEY: 'k'.repeat(32), DEMO: 'true', ...env });
}
