import type { FastifyRequest } from 'fastify';

/** How long a client may take, in milliseconds. Whoever is slower is cut off: a held connection costs the hub, not them. */
export interface ConnectionLimits {
  /** For the head of a request. */
  head: number;
  /** For a body that is no upload. */
  body: number;
  /** For a whole request: the largest print file over a poor line. */
  request: number;
  /** Without a byte in either direction; live updates say something every 15 s. */
  idle: number;
  /** Between two looks at the above. */
  check: number;
}

export const connectionLimits: ConnectionLimits = {
  head: 15_000,
  body: 20_000,
  request: 3600_000,
  idle: 60_000,
  check: 5_000,
};

/** @returns a hook that cuts off a body which takes too long; uploads have the whole request's time */
export function limitBodyTime({ body }: ConnectionLimits): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const { raw, headers } = request;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody || request.isMultipart()) return;
    const timer = setTimeout(() => raw.destroy(), body);
    raw.once('end', () => clearTimeout(timer));
    raw.once('close', () => clearTimeout(timer));
  };
}
