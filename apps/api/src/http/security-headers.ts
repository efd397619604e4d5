import type { onRequestHookHandler } from 'fastify';
import helmet from 'helmet';

/**
 * The web app needs nothing from anywhere else and no inline code.
 * @param secure whether the hub is reached over HTTPS
 */
export function securityHeaders(secure: boolean): onRequestHookHandler {
  // Built once: the same for every answer.
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        frameSrc: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: secure,
    referrerPolicy: { policy: 'same-origin' },
  });
  return (request, reply, next) => setHeaders(request.raw, reply.raw, (error) => next(error as Error | undefined));
}
