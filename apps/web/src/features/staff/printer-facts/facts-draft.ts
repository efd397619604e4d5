import type { PrinterFacts } from '#libs/contracts';
import { readNumber, type NumberLimits } from '../numbers/read-number.js';

/** The facts that are numbers, with the API's own limits. */
export const factLimits = {
  bedXMillimetres: { min: 10, max: 5000, decimals: 1 },
  bedYMillimetres: { min: 10, max: 5000, decimals: 1 },
  bedZMillimetres: { min: 10, max: 5000, decimals: 1 },
  nozzleDiameterMillimetres: { min: 0.1, max: 3, decimals: 2 },
  maxNozzleCelsius: { min: 100, max: 600 },
  maxBedCelsius: { min: 0, max: 250 },
} as const satisfies Partial<Record<keyof PrinterFacts, NumberLimits>>;

export type NumberFact = keyof typeof factLimits;
export const numberFacts = Object.keys(factLimits) as NumberFact[];

/** A printer's facts while somebody types: its numbers are what stands in the fields. */
export type FactsDraft = Omit<PrinterFacts, NumberFact> & Record<NumberFact, string>;

/** @param write a number as the reader of the page writes it */
export function draftOf(facts: PrinterFacts, write: (value: number) => string): FactsDraft {
  const texts = Object.fromEntries(numberFacts.map((fact) => [fact, write(facts[fact])]));
  return { ...facts, ...(texts as Record<NumberFact, string>) };
}

/** @returns undefined when one of the numbers cannot be read */
export function factsOf(draft: FactsDraft): PrinterFacts | undefined {
  const numbers = numberFacts.map((fact) => [fact, readNumber(draft[fact], factLimits[fact])] as const);
  if (numbers.some(([, value]) => value === undefined)) return undefined;
  return { ...draft, ...(Object.fromEntries(numbers) as Record<NumberFact, number>) };
}
