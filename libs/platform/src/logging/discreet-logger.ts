import { ConsoleLogger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { logLevels } from '../config/startup-fault.js';
import { hideSecrets } from './hide-secrets.js';

/** The one way to the log of a server process: whatever is written passes here, and secrets stay behind. */
export class DiscreetLogger extends ConsoleLogger {
  private readonly secrets: readonly string[];

  constructor(config: Config) {
    super({ logLevels: logLevels(config) });
    this.secrets = config.secrets;
  }

  protected override formatMessage(...parts: Parameters<ConsoleLogger['formatMessage']>): string {
    return hideSecrets(super.formatMessage(...parts), this.secrets);
  }

  /** @param stack is missing whenever an error is logged as a text, whatever the parent's type says */
  protected override printStackTrace(stack: string | undefined): void {
    if (stack !== undefined) super.printStackTrace(hideSecrets(stack, this.secrets));
  }
}
