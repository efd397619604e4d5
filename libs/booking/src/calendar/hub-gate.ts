import { lockTimedOut, violatedConstraint, type Transaction } from '#libs/platform';
import { noOverlapConstraint } from './allocation.entity.js';

/** Longer than any single booking takes, shorter than the time after which PostgreSQL looks for deadlocks. */
const patienceMs = 300;

/**
 * Waits until nobody who writes to a hub's calendar is inside its gate, and lets nobody in until the transaction ends:
 * the first thing that a closing does. New allocations enter by themselves; whoever changes standing bookings enters
 * before locking them.
 */
export async function closeGate(tx: Transaction, hubId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hub_gate($1))`, [hubId]);
}

/**
 * Enters the gate: as long as the transaction lasts, nobody closes the hub. For whoever is about to lock a standing
 * booking, which a closing would otherwise wait for while it is waited for.
 */
export async function enterGate(tx: Transaction, hubId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(hub_gate($1))`, [hubId]);
}

/**
 * Enters the gate and makes those who hand out freed time, or move bookings between units, take turns in a hub. Whoever
 * has the turn waits for nobody else's rows.
 */
export async function takeTurn(tx: Transaction, hubId: string): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock_shared(hub_gate($1)),
       pg_advisory_xact_lock(hashtextextended('hub-turn/' || $1::text, 0))`,
    [hubId],
  );
}

/**
 * Tries `work`; when it gives up, would wait for somebody, or clashes with somebody's time, it is as if it had not been
 * tried. For whoever has the turn: those that he would wait for may be waiting for him.
 * @param work database work alone: what it promised to the outside would stay promised
 * @returns undefined when it had to give way
 */
export async function tryWithoutWaiting<T>(
  tx: Transaction,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  await tx.query('SAVEPOINT without_waiting');
  await tx.query(`SET LOCAL lock_timeout = ${patienceMs}`);
  const result = await work().catch((error: unknown) => {
    if (lockTimedOut(error) || violatedConstraint(error) === noOverlapConstraint) return undefined;
    throw error;
  });
  // The setting goes back along with everything else.
  await tx.query(result === undefined ? 'ROLLBACK TO SAVEPOINT without_waiting' : 'SET LOCAL lock_timeout = 0');
  return result;
}
