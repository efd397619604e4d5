import { lockTimedOut, violatedConstraint, type Transaction } from '#libs/platform';
import { noOverlapConstraint } from './allocation.entity.js';

/** Longer than any single booking takes, shorter than the time after which PostgreSQL looks for deadlocks. */
const patienceMs = 300;

/**
 * Enters a hub's gate: as long as the transaction lasts, nobody closes the hub or puts anything out of order. Whoever
 * writes to the calendar enters before locking anything else of it; new allocations do so by themselves.
 */
export async function enterGate(tx: Transaction, hubId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(hub_gate($1))`, [hubId]);
}

/** Waits until nobody is inside, and lets nobody in until the transaction ends: the first thing a closing does. */
export async function closeGate(tx: Transaction, hubId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hub_gate($1))`, [hubId]);
}

/**
 * Makes those who hand out freed time, or move bookings between units, take turns in a hub. Asked for inside the gate;
 * its holder waits for nobody else's rows, and reads only what is committed.
 */
export async function takeTurn(tx: Transaction, hubId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('hub-turn/' || $1, 0))`, [hubId]);
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
