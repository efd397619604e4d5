import { Logger } from '@nestjs/common';
import type { BridgeLog } from '../../../hardware-bridge/src/log.js';
import { logLevels, type Config } from '#libs/platform';

/** The bridge's lines among those of the other parts. */
export function bridgeLog(config: Config): BridgeLog {
  const logger = new Logger('Bridge');
  const speaks = logLevels(config).includes('log');
  return {
    info: (message) => {
      if (speaks) logger.log(message);
    },
    warn: (message) => logger.warn(message),
    error: (message, error) => logger.error(message, error),
  };
}
