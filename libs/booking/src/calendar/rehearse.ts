import { Transaction } from '#libs/platform';

/**
 * Does `work` and takes it back, whatever it wrote; what it promises to the outside is promised to nobody. Locks that the
 * transaction took before stay.
 * @param work database work alone; when it throws, the transaction is lost
 */
export async function rehearse<T>(tx: Transaction, work: (rehearsal: Transaction) => Promise<T>): Promise<T> {
  await tx.query('SAVEPOINT rehearsal');
  const result = await work(new Transaction(tx.manager));
  await tx.query('ROLLBACK TO SAVEPOINT rehearsal');
  return result;
}
