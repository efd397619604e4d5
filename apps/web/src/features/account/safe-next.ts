/** Where to go after signing in: a page of ours, never an address somebody put into a link. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}
