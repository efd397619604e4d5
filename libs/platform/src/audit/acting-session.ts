import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose session a request came with; empty until the caller is known. */
interface Actor {
  session?: { accountId: string; sessionId: string };
}

const storage = new AsyncLocalStorage<Actor>();

/**
 * Runs a request's work so that what it records says from which session it was done. Nobody on the way has to pass
 * the session on, so nobody can forget to.
 * @see docs/adr/0019-record-knows-session-and-hub.md
 */
export function withActor<T>(work: () => T): T {
  return storage.run({}, work);
}

/** Says who the caller of the present request is; does nothing outside of `withActor`. */
export function actAs(session: { accountId: string; sessionId: string }): void {
  const actor = storage.getStore();
  if (actor !== undefined) actor.session = session;
}

/**
 * @param accountId whose deed it is
 * @returns the session of the present request when it is that person's own; null when time or somebody else did it
 */
export function actingSessionOf(accountId: string | null): string | null {
  const session = storage.getStore()?.session;
  return accountId !== null && session?.accountId === accountId ? session.sessionId : null;
}
