/** Where every process gets the time from; tests put a fixed one in its place. */
export abstract class Clock {
  /** @returns the present instant */
  abstract now(): Date;
}

/** The machine's own time. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  /** @param minutes forward; fractions are allowed */
  advance(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}
