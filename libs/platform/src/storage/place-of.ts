/** Where a file lies in every store: `ab/abcd…`, so that no folder grows too long. */
export function placeOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** Whether a name is one that a store gives; others have put their own things beside. */
export function isFileName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}
