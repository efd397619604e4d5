import { hideSecrets } from '../logging/hide-secrets.js';
import { ConfigError, type Config } from './config.js';

/** Levels for Nest's logger: `LOG_LEVEL` and whatever is graver. */
export function logLevels(config: Config): ('fatal' | 'error' | 'warn' | 'log' | 'debug')[] {
  const levels = ['fatal', 'error', 'warn', 'log', 'debug'] as const;
  return levels.slice(0, levels.indexOf(config.logLevel) + 1);
}

/** Why a process cannot start, in plain sentences for the person who started it. */
export function describeStartupFault(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.faults;
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === 'EADDRINUSE') return [`Port ${port ?? ''} is in use. Stop what uses it, or set PORT to another one.`];
  if (code === 'EACCES' && port !== undefined) return [`Port ${port} needs more rights. Set PORT to one above 1023.`];
  return [hideSecrets(message ?? String(error))];
}
