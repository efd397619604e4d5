import fc from 'fast-check';

/** The part of JSON Schema that the OpenAPI document is written in. */
export interface Schema {
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

export const nobodysId = '019a0000-0000-7000-8000-000000000001';

/** Values that have broken some program somewhere. */
export const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'x'.repeat(200_000),
  'a\0b',
  '\ud800',
  '\u202e🎧\ufeff',
  "'; DROP TABLE account; --",
  '../../etc/passwd',
  '{{7*7}}${7*7}%s%n',
  '__proto__',
  'constructor',
  nobodysId,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'viitasaari',
  'vr-headset',
  '0000-01-01T00:00:00Z',
  '0000-12-31T23:59:59-23:59',
  '9999-12-31T23:59:59.999999999Z',
  '2026-02-30T10:00:00Z',
  '2026-06-01T10:00:00+23:59',
  [],
  [null],
  [[[[]]]],
  ['studio', 'studio'],
  Array.from({ length: 20 }, () => nobodysId),
  {},
  { toString: 1, valueOf: null },
  { length: 1e9 },
];

const aName = fc.constantFrom('studio', 'vr-headset', 'pc', 'pc-1', 'printer-1', 'camera-kit', 'viitasaari', 'naapuri');
const aQuarter = fc.integer({ min: -200, max: 4000 }).map((quarters) => {
  const quarterMs = 15 * 60_000;
  return new Date(Math.ceil(Date.now() / quarterMs) * quarterMs + quarters * quarterMs).toISOString();
});
/** By the name of the field: what is really there, so that a request gets past the first question. */
const known: Record<string, fc.Arbitrary<unknown>> = {
  hub: fc.constantFrom('viitasaari', 'viitasaari', 'viitasaari', 'naapuri', 'nowhere'),
  resource: aName,
  pool: aName,
  resources: fc.array(aName, { minLength: 1, maxLength: 4 }),
  email: fc.nat(10_000).map((number) => `fuzz-${number}@digikeskus.example`),
  person: fc.constantFrom('asukas@digikeskus.example', nobodysId),
  rrule: fc.constantFrom(
    'FREQ=WEEKLY;COUNT=3',
    'FREQ=DAILY;COUNT=200',
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYDAY=53MO;COUNT=9',
  ),
};

/** Values that the schema says are fine, many of them at its edges. */
export function fitting(schema: Schema, field = ''): fc.Arbitrary<unknown> {
  const value = known[field] ?? valueOf(schema);
  return schema.nullable ? fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)) : value;
}

/** A fitting value of which one part, however deep inside, is another. */
export function spoilt(schema: Schema): fc.Arbitrary<unknown> {
  return fc
    .tuple(fitting(schema), fc.constantFrom(...nasty), fc.nat())
    .map(([value, poison, place]) => replacePart(value, poison, place));
}

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map((option) => fitting(option)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {});
      const model = Object.fromEntries(fields.map(([name, part]) => [name, fitting(part, name)]));
      return fc.record(model, { requiredKeys: schema.required ?? [] });
    }
    case 'array':
      return fc.array(fitting(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      });
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    default:
      return textOf(schema);
  }
}

function textOf({ allOf = [], format, minLength = 0, maxLength = 40, ...schema }: Schema): fc.Arbitrary<string> {
  const pattern = schema.pattern ?? allOf.at(0)?.pattern;
  if (format === 'date-time')
    return fc.oneof({ weight: 8, arbitrary: aQuarter }, fc.stringMatching(new RegExp(pattern ?? '')));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 40) });
}

function replacePart(value: unknown, poison: unknown, place: number): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const key = keys[place % (keys.length + 1)];
  if (key === undefined) return poison;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replacePart(copy[key], poison, Math.floor(place / (keys.length + 1)));
  return copy;
}

/** What reaches the server, whatever a body was meant to be. */
export interface Sent {
  contentType: string;
  text: string;
}

/** Bodies that fit, bodies with a bad part, and texts that are hardly bodies any more. */
export function anyBody(schema: Schema): fc.Arbitrary<Sent> {
  const contentType = 'application/json';
  const json = (value: unknown) => ({ contentType, text: JSON.stringify(value) });
  const broken = fc.tuple(fitting(schema).map(json), fc.nat(), fc.constantFrom(...mutilations));
  return fc.oneof(
    { weight: 3, arbitrary: fitting(schema).map(json) },
    { weight: 5, arbitrary: spoilt(schema).map(json) },
    { weight: 2, arbitrary: broken.map(([sent, place, mutilate]) => mutilate(sent, place)) },
  );
}

const mutilations: readonly ((sent: Sent, place: number) => Sent)[] = [
  (sent, place) => ({ ...sent, text: sent.text.slice(0, place % sent.text.length) }),
  (sent) => ({ ...sent, text: sent.text.replace('{', '{"__proto__":{"polluted":true},') }),
  (sent) => ({ ...sent, text: sent.text.replace('{', '{"constructor":{"prototype":{"polluted":true}},') }),
  // The same keys twice: the last wins, and whoever looked at the first has looked at nothing.
  (sent) => ({ ...sent, text: `${sent.text.slice(0, -1)},${sent.text.slice(1)}` }),
  (sent) => ({ ...sent, text: `${'['.repeat(5000)}${sent.text}${']'.repeat(5000)}` }),
  (sent) => ({ ...sent, text: `\u0000${sent.text}` }),
  (sent) => ({ ...sent, contentType: 'application/x-www-form-urlencoded' }),
  (sent) => ({ ...sent, contentType: 'text/plain' }),
  (sent) => ({ ...sent, contentType: 'multipart/form-data; boundary=x' }),
  (sent) => ({ ...sent, contentType: 'application/json; charset=utf-16' }),
  (sent) => ({ ...sent, contentType: '/' }),
];
