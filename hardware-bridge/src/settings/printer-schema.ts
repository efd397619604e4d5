import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens');
const share = z.number().min(0).max(1);
const port = z.int().min(1).max(65_535);
const address = z.url({ protocol: /^https?$/, error: 'must be an address such as http://printer.local' });
const camera = z
  .union([address, z.literal(false)], { error: 'must be the address of a single picture, or false for none' })
  .optional();

/**
 * The printers in a bridge's own file. Secrets are named, not written down: the file can be shown to whoever helps.
 * @param environment where secrets may be
 */
export function printersSchema(environment: NodeJS.ProcessEnv) {
  return z
    .array(printerSchema(secretSchema(environment)))
    .min(1)
    .superRefine(refuseSameSlugs);
}

/** The printers that the hub's server has set up for a bridge, secrets and all. */
export const servedPrintersSchema = z.array(printerSchema(z.string().min(1))).superRefine(refuseSameSlugs);

function printerSchema(secret: z.ZodType<string>) {
  const any = { slug: slugSchema, model: z.string().min(1) };
  return z.discriminatedUnion('adapter', [
    z.strictObject({
      ...any,
      adapter: z.literal('virtual'),
      speed: z.number().positive().optional(),
      faults: z
        .strictObject({
          failAtProgress: share.optional(),
          runoutAtProgress: share.optional(),
          doorAtProgress: share.optional(),
          rejectStart: z.boolean().optional(),
          disconnected: z.boolean().optional(),
        })
        .optional(),
    }),
    z.strictObject({ ...any, adapter: z.literal('moonraker'), url: address, apiKey: secret.optional(), camera }),
    z.strictObject({ ...any, adapter: z.literal('octoprint'), url: address, apiKey: secret, camera }),
    z
      .strictObject({
        ...any,
        adapter: z.literal('prusalink'),
        url: address,
        apiKey: secret.optional(),
        username: z.string().min(1).optional(),
        password: secret.optional(),
        storage: z.enum(['usb', 'local']).optional(),
        camera,
      })
      .refine(({ apiKey, password }) => (apiKey === undefined) !== (password === undefined), {
        message: 'needs either apiKey or password',
      }),
    z.strictObject({
      ...any,
      adapter: z.literal('bambu'),
      host: z.string().regex(/^[\w.-]+$/, 'must be a name or an address such as 192.168.1.50'),
      serial: z.string().regex(/^[0-9A-Z]{10,20}$/, 'must be the serial number as it stands on the printer'),
      accessCode: secret,
      fingerprint: z
        .string()
        .regex(/^([0-9a-f]{2}:?){32}$/i, 'must be the SHA-256 of its certificate')
        .optional(),
      amsMapping: z.array(z.int().min(-1).max(135)).min(1).max(16).optional(),
      ports: z.strictObject({ mqtt: port, ftps: port }).optional(),
    }),
  ]);
}

function refuseSameSlugs(printers: readonly { slug: string }[], context: z.RefinementCtx): void {
  for (const [index, { slug }] of printers.entries()) {
    if (printers.findIndex((other) => other.slug === slug) === index) continue;
    context.addIssue({ code: 'custom', path: [index, 'slug'], message: `another printer is called ${slug}, too` });
  }
}

/** `{ env: NAME }` or `{ file: PATH }`; becomes the secret itself. */
function secretSchema(environment: NodeJS.ProcessEnv) {
  const places = [z.strictObject({ env: z.string() }), z.strictObject({ file: z.string() })] as const;
  return z
    .union(places, { error: 'must be { env: NAME } or { file: PATH }: secrets are not written here' })
    .transform((place, context) => {
      const fault = (message: string): never => {
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      };
      if ('env' in place) return environment[place.env] || fault(`the variable ${place.env} is not set`);
      try {
        return readFileSync(place.file, 'utf8').trim() || fault(`${place.file} is empty`);
      } catch (error) {
        return fault(`it cannot be read: ${(error as Error).message}`);
      }
    });
}
