import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { en as enEverybody } from './messages/en.js';
import { fi as fiEverybody } from './messages/fi.js';
import { enStaff } from './messages/staff-en.js';
import { fiKiosk } from './messages/kiosk-fi.js';
import { fiStaff } from './messages/staff-fi.js';
import { svStaff } from './messages/staff-sv.js';
import { sv as svEverybody } from './messages/sv.js';

const fi = { ...fiEverybody, ...fiStaff };
const sv = { ...svEverybody, ...svStaff };
const en = { ...enEverybody, ...enStaff };

const sourceRoot = join(__dirname, '../..');
const files = readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.includes('.spec.') && !path.includes('messages/'),
);
const sourceOf = (paths: readonly string[]) =>
  paths.map((path) => readFileSync(join(sourceRoot, path), 'utf8')).join('\n');
const source = sourceOf(files);

const composed = /t\(`([\w.]+\.)\$\{/g;
/** What stands around every page, the kiosk's too. */
const around = ['app/error-boundary.tsx', 'app/loading.tsx'];

/** The given files and all that they import, now or later, but texts. */
function withImports(paths: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    for (const [, name = ''] of sourceOf([path]).matchAll(/(?:from|import\() ?'(\.[^']+)\.js'/g)) {
      const file = normalize(join(dirname(path), name));
      waiting.push(...files.filter((each) => each === `${file}.ts` || each === `${file}.tsx`));
    }
  }
  return found;
}

const keys = Object.keys(fi);
/** Keys written out: `'nav.home'`; and the first parts of composed ones: `` `waiting.${reason}` ``. */
const written = new Set([...source.matchAll(/'([\w.]+)'/g)].map(([, key]) => key));
const prefixes = [...new Set([...source.matchAll(composed)].map(([, prefix]) => prefix ?? ''))];

/** The names of a message's arguments at any depth; throws when the message is not proper ICU syntax. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    // The parser's element type 0 is literal text; every other one that has a value names an argument.
    if ('type' in node && node.type !== 0 && 'value' in node) names.add(String(node.value));
    if ('options' in node) visit(Object.values(node.options as object));
    if ('value' in node && Array.isArray(node.value)) visit(node.value);
  };
  visit(new IntlMessageFormat(message, 'fi').getAst());
  return [...names].toSorted();
}

describe('messages', () => {
  it.each([
    ['sv', sv],
    ['en', en],
  ])('%s has exactly the keys of Finnish, in the same order', (_, messages) => {
    expect(Object.keys(messages)).toEqual(keys);
  });

  it.each([
    ['sv', sv],
    ['en', en],
  ])('%s takes the same arguments as Finnish', (_, messages) => {
    for (const [key, text] of Object.entries(fi))
      expect([key, argumentsOf(messages[key as keyof typeof fi])]).toEqual([key, argumentsOf(text)]);
  });

  it('has no key that the source does not use', () => {
    const unused = keys.filter((key) => !written.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  it('has every key that the source asks for', () => {
    const asked = [...source.matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => key ?? '');
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !(key in fi))).toEqual([]);
  });

  it('has at least one key for every composed one', () => {
    expect(prefixes.length).toBeGreaterThan(5);
    expect(prefixes.filter((prefix) => !keys.some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  it('has nothing in staff’s texts that a page of somebody else asks for', () => {
    const elsewhere = sourceOf(files.filter((path) => !path.startsWith('features/staff/')));
    const askedElsewhere = [...elsewhere.matchAll(/'([\w.-]+)'|`([\w.]+\.)\$\{/g)].map(
      ([, key, prefix]) => key ?? prefix,
    );
    const staffs = Object.keys(fiStaff);
    expect(staffs.length).toBeGreaterThan(20);
    expect(
      askedElsewhere.filter((asked) =>
        staffs.some((key) => key === asked || (asked?.endsWith('.') && key.startsWith(asked))),
      ),
    ).toEqual([]);
  });

  it('has for the screen on the wall everything that it asks for, and nothing else', () => {
    const kiosk = withImports(['features/kiosk/kiosk-page.tsx', 'features/kiosk/pairing/pairing-page.tsx', ...around]);
    const its = sourceOf([...kiosk]);
    const asked = keys.filter(
      (key) =>
        its.includes(`'${key}'`) || [...its.matchAll(composed)].some(([, prefix = '']) => key.startsWith(prefix)),
    );
    expect(kiosk.size).toBeGreaterThan(20);
    expect(Object.keys(fiKiosk).toSorted()).toEqual(asked.toSorted());
  });

  it('says nothing twice', () => {
    expect(Object.keys(fiStaff).filter((key) => key in fiEverybody)).toEqual([]);
  });
});
