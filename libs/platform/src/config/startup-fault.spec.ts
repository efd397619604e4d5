import { Config, ConfigError } from './config.js';
import { describeStartupFault, logLevels } from './startup-fault.js';

describe('a process that cannot start', () => {
  it.each([
    [new ConfigError(['PORT is wrong', 'SECRET_KEY is not set']), ['PORT is wrong', 'SECRET_KEY is not set']],
    [
      Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 3000 }),
      ['Port 3000 is in use. Stop what uses it, or set PORT to another one.'],
    ],
    [
      Object.assign(new Error('listen'), { code: 'EACCES', port: 80 }),
      ['Port 80 needs more rights. Set PORT to one above 1023.'],
    ],
    [new Error('job print.plan has no handler'), ['job print.plan has no handler']],
    ['a plain text', ['a plain text']],
  ])('says why: %s', (error, sentences) => {
    expect(describeStartupFault(error)).toEqual(sentences);
  });
});

describe('the log', () => {
  it('holds the level that was set and everything graver', () => {
    const config = Config.parse({
      DATABASE_URL: 'postgres://localhost/hub',
      MQTT_URL: 'mqtt://localhost',
      SECRET_KEY: 'k'.repeat(32),
      DEMO: 'true',
      LOG_LEVEL: 'warn',
    });
    expect(logLevels(config)).toEqual(['fatal', 'error', 'warn']);
  });
});
