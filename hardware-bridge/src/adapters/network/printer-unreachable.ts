import type { MachineObservation, MachineReason } from '../printer-adapter.js';

/** The printer does not let us in with the credentials we have. */
export class CredentialsRefused extends Error {}

/** What is seen of a printer that cannot be watched, by why it cannot. */
export function unreachable(error: unknown, nowMs: number): MachineObservation {
  const native = error instanceof Error ? error.message : String(error);
  const code = error instanceof CredentialsRefused ? 'credentials' : 'network';
  return unseen('offline', { code, native }, nowMs);
}

/** A state in which nothing else is known. */
export function unseen(
  state: MachineObservation['state'],
  reason: MachineReason | null,
  nowMs: number,
): MachineObservation {
  return { state, reason, run: null, temperatures: null, observedAt: new Date(nowMs).toISOString() };
}
