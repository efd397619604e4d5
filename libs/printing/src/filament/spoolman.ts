import type { SpoolmanSpool } from '#libs/contracts';
import type { SpoolFacts } from './spool-facts.js';

/** A spool on its way in or out. Instants in ISO 8601. */
export interface ExchangedSpool extends SpoolFacts {
  number: number;
  initialGrams: number;
  remainingGrams: number;
  createdAt: string;
  firstUsedAt: string | null;
  lastUsedAt: string | null;
  isArchived: boolean;
}

/** What Spoolman has no field for goes where it keeps fields of one's own. */
const ownFields = { colorName: 'color_name', boughtOn: 'bought_on', openedOn: 'opened_on' } as const;

/** Spools in Spoolman's form. It counts kinds of filament and their makers, too; they are numbered as they come. */
export function toSpoolman(spools: readonly ExchangedSpool[]): SpoolmanSpool[] {
  const filaments = new Numbers();
  const vendors = new Numbers();
  return spools.map((spool) => {
    const { material, product: name, vendor, density, diameterMillimetres, fullGrams, colorHex } = spool;
    const kind = [material, name, vendor, density, diameterMillimetres, fullGrams, colorHex, spool.emptySpoolGrams];
    const usedGrams = inHundredths(spool.initialGrams - spool.remainingGrams);
    return {
      id: spool.number,
      registered: spool.createdAt,
      first_used: spool.firstUsedAt,
      last_used: spool.lastUsedAt,
      filament: {
        id: filaments.of(JSON.stringify(kind)),
        name,
        vendor: vendor === null ? null : { id: vendors.of(vendor), name: vendor },
        material,
        density,
        diameter: diameterMillimetres,
        weight: fullGrams,
        spool_weight: spool.emptySpoolGrams,
        color_hex: colorHex,
      },
      initial_weight: spool.initialGrams,
      remaining_weight: spool.remainingGrams,
      used_weight: usedGrams,
      remaining_length: lengthOf(spool.remainingGrams, spool),
      used_length: lengthOf(usedGrams, spool),
      spool_weight: spool.emptySpoolGrams,
      location: spool.location,
      lot_nr: spool.lotNumber,
      comment: spool.note,
      archived: spool.isArchived,
      extra: extraOf(spool),
    };
  });
}

/** Something in a file that cannot be taken; `path` as in `3.filament.weight`. */
export interface ExchangeFault {
  path: string;
  message: string;
}

/** @returns the spool, or what is wrong with it */
export function fromSpoolman(item: SpoolmanSpool, index: number, now: string): ExchangedSpool | ExchangeFault {
  const { filament } = item;
  const initialGrams = item.initial_weight ?? filament.weight ?? sumOf(item.remaining_weight, item.used_weight);
  const fullGrams = filament.weight ?? initialGrams;
  if (initialGrams === null || fullGrams === null || fullGrams < 1) {
    return { path: `${index}.filament.weight`, message: 'does not say how much is on a full spool' };
  }
  const own = readExtra(item.extra ?? {});
  if ('field' in own) return { path: `${index}.extra.${own.field}`, message: own.message };
  return {
    ...own,
    number: item.id,
    material: filament.material.trim(),
    colorHex: filament.color_hex?.replace('#', '').toUpperCase() ?? null,
    vendor: filament.vendor?.name ?? null,
    product: filament.name ?? null,
    fullGrams: inHundredths(fullGrams),
    emptySpoolGrams: item.spool_weight ?? filament.spool_weight ?? null,
    density: filament.density,
    diameterMillimetres: filament.diameter,
    location: item.location ?? null,
    lotNumber: item.lot_nr ?? null,
    note: item.comment ?? null,
    initialGrams: inHundredths(initialGrams),
    remainingGrams: inHundredths(item.remaining_weight ?? Math.max(0, initialGrams - (item.used_weight ?? 0))),
    createdAt: item.registered ?? now,
    firstUsedAt: item.first_used ?? null,
    lastUsedAt: item.last_used ?? null,
    isArchived: item.archived,
  };
}

type Own = Pick<SpoolFacts, keyof typeof ownFields>;

function extraOf(spool: Own): Record<string, string> {
  const fields = Object.entries(ownFields) as [keyof Own, string][];
  return Object.fromEntries(
    fields.flatMap(([fact, field]) => (spool[fact] === null ? [] : [[field, JSON.stringify(spool[fact])]])),
  );
}

function readExtra(extra: Record<string, string>): Own | { field: string; message: string } {
  const read: Own = { colorName: null, boughtOn: null, openedOn: null };
  for (const [fact, field] of Object.entries(ownFields) as [keyof Own, string][]) {
    const text = extra[field];
    if (text === undefined) continue;
    const value = parsed(text);
    if (typeof value !== 'string' || value.length > 40) return { field, message: 'is not a short text in JSON' };
    const isDay = /^[12]\d{3}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
    if (fact !== 'colorName' && !isDay) return { field, message: 'is no day' };
    read[fact] = value;
  }
  return read;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a text either.
    return undefined;
  }
}

class Numbers {
  private readonly known = new Map<string, number>();

  of(name: string): number {
    const number = this.known.get(name) ?? this.known.size + 1;
    this.known.set(name, number);
    return number;
  }
}

/** Millimetres of filament. */
function lengthOf(grams: number, { density, diameterMillimetres }: SpoolFacts): number {
  const squareMillimetres = Math.PI * (diameterMillimetres / 2) ** 2;
  return inHundredths((grams / density / squareMillimetres) * 1000);
}

const sumOf = (a: number | null | undefined, b: number | null | undefined) => (a == null ? null : a + (b ?? 0));

const inHundredths = (value: number) => Math.round(value * 100) / 100;
