/** Grams per cubic centimetre, as the makers' data sheets give them. */
const densities: Readonly<Record<string, number>> = {
  PLA: 1.24,
  PETG: 1.27,
  PET: 1.27,
  ABS: 1.04,
  ASA: 1.07,
  TPU: 1.21,
  PC: 1.2,
  PA: 1.14,
  NYLON: 1.14,
};

const usualDiameterMillimetres = 1.75;

/** Density by the first word of a material's name, so that `PLA Silk` and `PLA+` count as PLA. */
export function densityOf(material: string): number | null {
  const kind = /^[A-Z]+/.exec(material.trim().toUpperCase())?.[0];
  return kind === undefined ? null : (densities[kind] ?? null);
}

export interface Filament {
  readonly millimetres: number;
  /** Grams per cubic centimetre. */
  readonly density: number;
  /** Taken as 1.75 mm when null. */
  readonly diameterMillimetres: number | null;
}

/** Weight of a length of filament. */
export function gramsOf({ millimetres, density, diameterMillimetres }: Filament): number {
  const radius = (diameterMillimetres ?? usualDiameterMillimetres) / 2;
  return (Math.PI * radius * radius * millimetres * density) / 1000;
}
