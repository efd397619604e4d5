import type { ConnectionSettings, PrinterSecrets } from '#libs/contracts';

/** How a printer is reached now. */
export interface KnownConnection {
  settings: ConnectionSettings;
  secrets: PrinterSecrets | null;
}

/**
 * Which secrets a changed connection has. Those that are there stay only for the same printer at the same address:
 * somebody who could send them elsewhere by another address could read them.
 * @returns null when there are none; `needed` when the printer cannot do without
 */
export function secretsOf(
  before: KnownConnection | undefined,
  settings: ConnectionSettings,
  given: PrinterSecrets | undefined,
): PrinterSecrets | null | 'needed' {
  const isSame = before !== undefined && placeOf(before.settings) === placeOf(settings);
  const secrets = given === undefined || isEmpty(given) ? (isSame ? before.secrets : null) : given;
  switch (settings.adapter) {
    case 'virtual':
      return null;
    case 'moonraker':
      return secrets?.apiKey === undefined ? null : { apiKey: secrets.apiKey };
    case 'octoprint':
      return secrets?.apiKey === undefined ? 'needed' : { apiKey: secrets.apiKey };
    case 'prusalink':
      return secrets === null ? 'needed' : oneOf(secrets);
    case 'bambu':
      return secrets?.accessCode === undefined ? 'needed' : { accessCode: secrets.accessCode };
  }
}

function oneOf({ apiKey, password }: PrinterSecrets): PrinterSecrets | 'needed' {
  if (apiKey !== undefined) return { apiKey };
  return password === undefined ? 'needed' : { password };
}

function isEmpty(secrets: PrinterSecrets): boolean {
  return Object.values(secrets).every((secret) => secret === undefined);
}

function placeOf(settings: ConnectionSettings): string {
  if (settings.adapter === 'virtual') return settings.adapter;
  if (settings.adapter === 'bambu') return `bambu ${settings.host} ${settings.serial}`;
  return `${settings.adapter} ${new URL(settings.url).href}`;
}
