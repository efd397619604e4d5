import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import { Problem } from '../problem/problem.js';

export interface IdempotentRequest {
  accountId: string;
  /** The caller's `Idempotency-Key`. */
  key: string;
  /** Whatever makes two requests the same; compared by hash. */
  body: unknown;
}

const maxKeyLength = 255;

interface StoredKey {
  subject_id: string;
  request_hash: Buffer;
}

/**
 * Looks whether the same request already created something. Racing twins wait for each other here.
 * @returns the id of what it created, or undefined when this is the first time
 * @throws Problem `idempotency.key_reused` when the key belongs to another request, `request.invalid` when it is too long
 */
export async function findEarlierResult(tx: Transaction, request: IdempotentRequest): Promise<string | undefined> {
  assertKey(request.key);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${request.accountId}/${request.key}`]);
  const [row] = await tx.query<StoredKey>(
    `SELECT subject_id, request_hash FROM idempotency_key WHERE account_id = $1 AND key = $2`,
    [request.accountId, request.key],
  );
  if (row === undefined) return undefined;
  if (!row.request_hash.equals(hashOf(request.body))) throw new Problem('idempotency.key_reused');
  return row.subject_id;
}

/** Remembers, in the transaction that creates it, what a request created. */
export async function rememberResult(tx: Transaction, request: IdempotentRequest, subjectId: string): Promise<void> {
  await tx.query(`INSERT INTO idempotency_key (account_id, key, request_hash, subject_id) VALUES ($1, $2, $3, $4)`, [
    request.accountId,
    request.key,
    hashOf(request.body),
    subjectId,
  ]);
}

/** A key is indexed, and an index takes no more than a page's third. */
function assertKey(key: string): void {
  if (key.length > 0 && key.length <= maxKeyLength) return;
  const errors = [{ path: 'Idempotency-Key', message: `must have 1 to ${maxKeyLength} characters` }];
  throw new Problem('request.invalid', { errors });
}

function hashOf(body: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(body)).digest();
}
