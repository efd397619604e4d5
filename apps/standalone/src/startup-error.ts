/** The hub cannot start, and the message tells the person who started it why, in one plain sentence. */
export class StartupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartupError';
  }
}
