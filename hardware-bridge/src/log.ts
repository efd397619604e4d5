/** Where the bridge tells what it does: one short line for a stranger, a cause for whoever repairs it. */
export interface BridgeLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}
