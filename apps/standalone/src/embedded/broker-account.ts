import type { AuthenticateError } from 'aedes';

export interface BrokerAccount {
  username: string;
  password: string;
}

/** A refusal by MQTT 3.1.1's own number: bad user name or password. */
export function badCredentials(): AuthenticateError {
  return Object.assign(new Error('bad user name or password'), { returnCode: 4 as const });
}

/** Likewise: the accounts cannot be read now, so come again. */
export function unavailable(cause: unknown): AuthenticateError {
  return Object.assign(new Error('the accounts cannot be read', { cause }), { returnCode: 3 as const });
}
