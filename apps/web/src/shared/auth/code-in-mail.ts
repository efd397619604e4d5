/** The six-digit code in a mail's text; null when there is none. */
export function codeInMail(text: string): string | null {
  return /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? null;
}
