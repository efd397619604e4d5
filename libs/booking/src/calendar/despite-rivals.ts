import { Problem, violatedConstraint } from '#libs/platform';

const maxTries = 5;
/** The database's own words that a place was closed, or is not there any more, between reading and writing. */
const placeConstraints = ['booking_place_open', 'allocation_resource_id_fkey'];

/** Thrown in a transaction when what was free a moment ago is taken: the transaction is undone and decided anew. */
export class RivalError extends Error {
  constructor() {
    super('somebody was faster');
    this.name = 'RivalError';
  }
}

/**
 * Runs a piece of work that reads, decides and writes in one transaction, again from the start when somebody else was
 * faster in between.
 * @param work throws `RivalError` when it has lost
 * @throws Problem `booking.overlap` when it has lost again and again; whatever else `work` throws
 */
export async function despiteRivals<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const isLost = error instanceof RivalError || placeConstraints.includes(violatedConstraint(error) ?? '');
      if (!isLost) throw error;
      if (tries === maxTries) throw new Problem('booking.overlap', { cause: error });
    }
  }
}
