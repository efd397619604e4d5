import { Problem, violatedConstraint } from '#libs/platform';

const maxTries = 5;
/** The database's own word that a place was closed between reading and writing. */
const placeOpenConstraint = 'booking_place_open';

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
      const isLost = error instanceof RivalError || violatedConstraint(error) === placeOpenConstraint;
      if (!isLost) throw error;
      if (tries === maxTries) throw new Problem('booking.overlap', { cause: error });
    }
  }
}
