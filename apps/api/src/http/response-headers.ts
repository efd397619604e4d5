import type { FastifyReply, FastifyRequest } from 'fastify';

/** No page of the hub uses any of these, and nothing that gets into one shall. */
const unused = ['camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'midi', 'payment', 'serial', 'usb'];
const permissionsPolicy = unused.map((feature) => `${feature}=()`).join(', ');

/** @see https://www.w3.org/TR/permissions-policy/ */
export async function forbidFeatures(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.header('permissions-policy', permissionsPolicy);
}

/** An answer of the API is somebody's own unless it says otherwise: no browser or proxy on the way keeps it. */
export async function keepFromCaches(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const isApi = request.url.startsWith('/api/v1/');
  if (isApi && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
}
