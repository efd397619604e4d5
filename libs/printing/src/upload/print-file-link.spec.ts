import { Config, FixedClock, KeyedHash } from '#libs/platform';
import { PrintFileLink } from './print-file-link.js';

const configOf = (secret: string) =>
  Config.parse({
    DATABASE_URL: 'postgres://localhost/none',
    MQTT_URL: 'mqtt://localhost',
    FILE_BASE_URL: 'http://api.internal:3000',
    SECRET_KEY: secret.repeat(32),
    DEMO: 'true',
  });

const jobId = '019a0000-0000-7000-8000-000000000001';
const clock = new FixedClock(new Date('2026-01-12T10:00:00Z'));
const linkOf = (secret: string) => {
  const config = configOf(secret);
  return new PrintFileLink(config, new KeyedHash(config), clock);
};
const links = linkOf('k');

const read = (address: string) => {
  const url = new URL(address);
  const expires = Number(url.searchParams.get('expires'));
  return {
    printJobId: url.pathname.split('/').at(-1) ?? '',
    expires,
    signature: url.searchParams.get('signature') ?? '',
  };
};

describe('a link to a print file', () => {
  it('leads to the file of its job for half an hour', () => {
    const address = links.create(jobId);
    expect(address).toMatch(`http://api.internal:3000/api/v1/print-files/${jobId}?`);
    expect(links.isValid(read(address))).toBe(true);
    clock.advance(29.9);
    expect(links.isValid(read(address))).toBe(true);
    clock.advance(0.1);
    expect(links.isValid(read(address))).toBe(false);
  });

  it('cannot be made by whoever does not hold the key', () => {
    expect(links.isValid(read(linkOf('x').create(jobId)))).toBe(false);
    expect(links.isValid({ ...read(links.create(jobId)), signature: '' })).toBe(false);
  });

  it('cannot be prolonged or turned to another job', () => {
    const link = read(links.create(jobId));
    expect(links.isValid({ ...link, expires: link.expires + 1 })).toBe(false);
    expect(links.isValid({ ...link, printJobId: jobId.replace('1', '2') })).toBe(false);
  });
});
