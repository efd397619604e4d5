/** Grams as somebody types them, with a comma or a point; undefined when it is no weight. */
export function readGrams(text: string): number | undefined {
  const grams = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(grams) || grams < 0 ? undefined : Math.round(grams * 100) / 100;
}
