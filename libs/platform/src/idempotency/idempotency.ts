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
  account_id: string;
  key: string;
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
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [lockOf(request)]);
  const [row] = await storedKeys(tx, [request]);
  if (row === undefined) return undefined;
  if (!row.request_hash.equals(hashOf(request.body))) throw new Problem('idempotency.key_reused');
  return row.subject_id;
}

/** Remembers, in the transaction that creates it, what a request created. */
export function rememberResult(tx: Transaction, request: IdempotentRequest, subjectId: string): Promise<void> {
  return rememberResults(tx, [{ request, subjectId }]);
}

/**
 * Whether requests that are handled together are all new, without waiting for twins.
 * @returns in their order: false for one that must be looked at alone, by `findEarlierResult`
 */
export async function areNew(
  tx: Transaction,
  requests: readonly (IdempotentRequest | undefined)[],
): Promise<boolean[]> {
  const keyed = requests.flatMap((request) => (request !== undefined && isKey(request.key) ? request : []));
  if (keyed.length === 0) return requests.map((request) => request === undefined);
  const locks = await tx.query<{ isLocked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended(name, 0)) AS "isLocked" FROM unnest($1::text[]) AS name`,
    [keyed.map(lockOf)],
  );
  const known = new Set((await storedKeys(tx, keyed)).map((row) => `${row.account_id}/${row.key}`));
  const fresh = new Set(
    keyed.filter((request, index) => locks[index]?.isLocked === true && !known.has(lockOf(request))),
  );
  return requests.map((request) => request === undefined || fresh.has(request));
}

/** As `rememberResult`, for several. */
export async function rememberResults(
  tx: Transaction,
  results: readonly { request: IdempotentRequest; subjectId: string }[],
): Promise<void> {
  if (results.length === 0) return;
  await tx.query(
    `INSERT INTO idempotency_key (account_id, key, request_hash, subject_id)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[])`,
    [
      results.map(({ request }) => request.accountId),
      results.map(({ request }) => request.key),
      results.map(({ request }) => hashOf(request.body)),
      results.map(({ subjectId }) => subjectId),
    ],
  );
}

function storedKeys(tx: Transaction, requests: readonly IdempotentRequest[]): Promise<StoredKey[]> {
  return tx.query<StoredKey>(
    `SELECT k.account_id, k.key, k.subject_id, k.request_hash
     FROM unnest($1::uuid[], $2::text[]) AS r (account_id, key) JOIN idempotency_key k USING (account_id, key)`,
    [requests.map(({ accountId }) => accountId), requests.map(({ key }) => key)],
  );
}

function lockOf({ accountId, key }: IdempotentRequest): string {
  return `${accountId}/${key}`;
}

/** A key is indexed, and an index takes no more than a page's third. */
function assertKey(key: string): void {
  if (isKey(key)) return;
  const errors = [{ path: 'Idempotency-Key', message: `must have 1 to ${maxKeyLength} characters` }];
  throw new Problem('request.invalid', { errors });
}

function isKey(key: string): boolean {
  return key.length > 0 && key.length <= maxKeyLength;
}

function hashOf(body: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(body)).digest();
}
