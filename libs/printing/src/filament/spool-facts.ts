import type { Spool } from '#libs/contracts';

/** What staff say of a spool, by the columns that keep it. */
const columns = {
  material: 'text',
  color_name: 'text',
  color_hex: 'text',
  vendor: 'text',
  product: 'text',
  full_grams: 'numeric',
  empty_spool_grams: 'numeric',
  density: 'float8',
  diameter_millimetres: 'float8',
  location: 'text',
  lot_number: 'text',
  note: 'text',
  bought_on: 'date',
  opened_on: 'date',
} as const;

export type SpoolFacts = Pick<
  Spool,
  | 'material'
  | 'colorName'
  | 'colorHex'
  | 'vendor'
  | 'product'
  | 'fullGrams'
  | 'emptySpoolGrams'
  | 'density'
  | 'diameterMillimetres'
  | 'location'
  | 'lotNumber'
  | 'note'
  | 'boughtOn'
  | 'openedOn'
>;

const names = Object.keys(columns);
const camel = (name: string) => name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
/** Dates go out as they are written, and numbers as numbers. */
const shown: Record<string, string> = { numeric: '::float8', date: '::text', text: '', float8: '' };

/** The columns' names, for an INSERT. */
export const factNames = names.join(', ');
/** The facts in a row `r` that was read from JSON. */
export const factsFromJson = names.map((name) => `r."${camel(name)}"`).join(', ');
/** Their types in that JSON. */
export const factTypes = Object.entries(columns)
  .map(([name, type]) => `"${camel(name)}" ${type}`)
  .join(', ');
/** For an UPDATE from that row. */
export const factsSet = names.map((name) => `${name} = r."${camel(name)}"`).join(', ');
/** The facts of a spool `s` as the code names them. */
export const factsSelected = Object.entries(columns)
  .map(([name, type]) => `s.${name}${shown[type]} AS "${camel(name)}"`)
  .join(', ');
