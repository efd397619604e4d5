import { LiveBus } from '#libs/platform';

/** A live bus that reaches this process alone. */
export class LoopbackBus extends LiveBus {
  override async start(): Promise<void> {}

  override async stop(): Promise<void> {}

  protected override async send(message: string): Promise<void> {
    this.receive(message);
  }
}
