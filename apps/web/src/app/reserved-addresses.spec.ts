import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReservedSlug } from '#libs/contracts';

const source = join('apps', 'web', 'src');
const pages = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

/** Every address that the web app knows, in parts: `['kiosk', ':hub']`. */
const addresses = pages.flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/<Route path="\/([^"]*)"/g)].map(([, path = '']) =>
    path.split('/'),
  ),
);

/** Names that would lead somewhere else than to the hub: what stands where an address has the hub's name. */
function hiddenBy(address: string[]): string[] {
  const place = address.indexOf(':hub');
  const before = address.slice(0, place).join('/');
  const beside = addresses.filter((other) => other.slice(0, place).join('/') === before);
  return beside.map((other) => other[place] ?? '').filter((part) => part !== '' && !part.startsWith(':'));
}

describe('an address of the web app', () => {
  const ofHubs = addresses.filter((address) => address.includes(':hub'));

  it.each(ofHubs.map((address) => [address.join('/'), hiddenBy(address)]))(
    'hides no hub at /%s, since no hub may have its name',
    (_address, names) => {
      expect(names.filter((name) => !isReservedSlug(name))).toEqual([]);
    },
  );

  it('is found where it stands', () => {
    expect(ofHubs.map((address) => address.join('/'))).toEqual(
      expect.arrayContaining(['kiosk/:hub', ':hub', ':hub/book/:target']),
    );
    expect(hiddenBy([':hub'])).toEqual(expect.arrayContaining(['staff', 'account', 'kiosk', 'p', 'terms']));
    expect(hiddenBy(['kiosk', ':hub'])).toEqual(['pair']);
  });
});

describe('a name of a hub', () => {
  it.each(['viitasaari', 'p-1', 'staffordshire', 'kiosk-2'])('may be %s', (slug) => {
    expect(isReservedSlug(slug)).toBe(false);
  });
});
