import { Config, ConfigError } from './config.js';

const valid = {
  DATABASE_URL: 'postgres://localhost/hub',
  MQTT_URL: 'mqtt://localhost',
  SECRET_KEY: 'k'.repeat(32),
  DEMO: 'true',
};

describe('configuration', () => {
  it('takes an empty variable as one that is not set', () => {
    expect(Config.parse({ ...valid, REDIS_URL: '' }).redisUrl).toBeUndefined();
  });

  it('lists every fault at once', () => {
    const parse = () => Config.parse({ ...valid, PORT: 'abc', SECRET_KEY: 'short', DATABASE_URL: undefined });
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(/PORT.*DATABASE_URL.*SECRET_KEY/);
  });

  it('refuses a hub that could send nobody a sign-in code', () => {
    expect(() => Config.parse({ ...valid, DEMO: 'false' })).toThrow(/SMTP_URL is needed/);
  });

  it.each([
    ['needs no second factor in the demo', { DEMO: 'true' }, false],
    ['needs one in a hub of its own', { DEMO: 'false' }, true],
    ['needs one in a demo that says so', { DEMO: 'true', STAFF_SECOND_FACTOR: 'required' }, true],
    ['needs none in a hub that says so', { DEMO: 'false', STAFF_SECOND_FACTOR: 'optional' }, false],
  ])('%s, to work there', (_name, env, isNeeded) => {
    const own = { ...valid, SMTP_URL: 'smtp://mail.example', ...env };
    expect(Config.parse(own).staffNeedSecondFactor).toBe(isNeeded);
  });

  it('derives the public address from host and port', () => {
    expect(Config.parse({ ...valid, PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080');
  });
});
