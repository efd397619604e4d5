/** A number at the start of the text, `3.01 g`; null when there is none or it is negative. */
export function readAmount(value: string): number | null {
  const found = /^\s*(\d+(?:\.\d+)?(?:e[-+]?\d+)?)/i.exec(value)?.[1];
  const amount = found === undefined ? NaN : Number(found);
  return Number.isFinite(amount) ? amount : null;
}

/** Null for zero, too: a slicer without the setting writes 0. */
export function readPositive(value: string): number | null {
  return readAmount(value) || null;
}

/** Numbers by extruder, separated by `,` or `;`. */
export function readAmounts(value: string): (number | null)[] {
  return value.split(/[,;]/).map(readAmount);
}

/** Words by extruder, separated by `,` or `;`, without quotes. */
export function readWords(value: string): string[] {
  return value.split(/[,;]/).map((word) => word.trim().replace(/^"|"$/g, ''));
}

const knownMaterials = /(?:^|[^a-z])(PLA|PETG|PET|ABS|ASA|TPU|TPE|PC|PA|NYLON|PVA|HIPS|PP)(?![a-z])/i;

/** A material's name inside a free text such as a profile's title, in capitals. */
export function findMaterial(text: string): string | null {
  return knownMaterials.exec(text)?.[1]?.toUpperCase() ?? null;
}
