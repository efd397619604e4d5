import { z } from 'zod';

/** A town's group whose members work in a hub. */
export interface GroupRole {
  group: string;
  role: 'staff' | 'admin';
  hub: string;
}

/** Where the town's own identity provider is, and what its answers mean here. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** What people call the provider, for the button. */
  name: string;
  scope: string;
  groupsClaim: string;
  /** Empty when roles are only given by hand. */
  roleMap: readonly GroupRole[];
}

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/** The setting `OIDC_ISSUER`; without TLS only on this machine, for trying out. */
export const issuerSetting = z
  .url()
  .refine(
    (text) => text.startsWith('https://') || isLocal(text),
    'must begin with https:// unless the provider runs on this machine',
  );

/** The setting `OIDC_ROLE_MAP`: `digi-staff=staff@viitasaari, digi-admin=admin@viitasaari`. */
export const roleMapSetting = z.string().transform((text, context): GroupRole[] => {
  const entries = text.split(',').map((part) => /^\s*(.+?)\s*=\s*(staff|admin)@([a-z0-9-]+)\s*$/.exec(part));
  if (entries.every((entry) => entry !== null)) {
    return entries.map(([, group = '', role, hub = '']) => ({ group, role: role as 'staff' | 'admin', hub }));
  }
  context.addIssue({ code: 'custom', message: 'must be a list like GROUP=staff@HUB, GROUP=admin@HUB' });
  return z.NEVER;
});

function isLocal(text: string): boolean {
  return URL.canParse(text) && loopback.includes(new URL(text).hostname);
}
