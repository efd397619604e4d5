import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const program = join(__dirname, 'openid-provider.mjs');

export interface IdentityProvider {
  readonly issuer: string;
  /** Somebody who may sign in by his or her subject, with any password. */
  know(subject: string, claims: object): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A real OpenID provider in a process of its own.
 * @param redirectUri the only one it sends anybody back to
 * @param port a free one when left out
 */
export async function startIdentityProvider(redirectUri: string, port = 0): Promise<IdentityProvider> {
  const { PATH = '' } = process.env;
  const env = { PATH, REDIRECT_URI: redirectUri, PORT: String(port) };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const issuer = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(() => Promise.reject(new Error('the identity provider ended'))),
  ]);
  return {
    issuer,
    know: async (subject, claims) => {
      const body = JSON.stringify(claims);
      await fetch(`${issuer}/people/${encodeURIComponent(subject)}`, { method: 'PUT', body });
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
