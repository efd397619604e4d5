import { isIP } from 'node:net';
import { z } from 'zod';

const groups = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * The setting `TRUST_PROXY`: the addresses of the proxies in front. There is no way to believe everybody, nor a mere
 * number of proxies: whoever reaches the server past them could then write any address into `X-Forwarded-For`.
 */
export const trustProxy = z.string().transform((text, context): false | string[] => {
  if (text === 'false') return false;
  const proxies = text.split(',').map((part) => part.trim());
  if (proxies.every(isProxy)) return proxies;
  context.addIssue({
    code: 'custom',
    message: `must be addresses of proxies, networks (10.0.0.0/8), or ${groups.join(', ')}, separated by commas`,
  });
  return z.NEVER;
});

function isProxy(text: string): boolean {
  if (groups.includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
