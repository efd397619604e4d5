import type { FastifyRequest } from 'fastify';
import { Problem } from '#libs/platform';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses changes that another site made the browser send. Callers without a browser send neither header and carry no
 * cookie of somebody else's.
 * @throws Problem `auth.cross_origin`
 */
export async function refuseCrossOrigin(request: FastifyRequest): Promise<void> {
  if (safeMethods.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new Problem('auth.cross_origin');
  const { origin } = request.headers;
  // The host that the browser named: behind a trusted proxy, the one the proxy was asked for.
  if (origin !== undefined && originHost(origin) !== request.host) throw new Problem('auth.cross_origin');
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
