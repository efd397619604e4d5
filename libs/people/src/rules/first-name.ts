const longest = 30;

/**
 * The first name in what somebody calls himself or herself, for a mail to an address that he or she chose: letters
 * alone, so that nobody sends sentences or addresses in the hub's name.
 * @returns null when there is nothing like a name
 */
export function firstNameIn(displayName: string): string | null {
  const [name] = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/u.exec(displayName.normalize('NFC')) ?? [];
  return name === undefined || name.length > longest ? null : name;
}
