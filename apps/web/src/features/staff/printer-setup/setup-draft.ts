import type { ConnectionSettings, PrinterSecrets, PrinterSetup, SetUpPrinter } from '#libs/contracts';

export const adapters = ['moonraker', 'octoprint', 'prusalink', 'bambu', 'virtual'] as const;
type Adapter = (typeof adapters)[number];

type WriteNumber = (value: number) => string;

/** A form as it is being filled in: texts, as people write them. */
export interface SetupDraft {
  slug: string;
  name: string;
  bridge: string;
  adapter: Adapter;
  address: string;
  username: string;
  serial: string;
  secret: string;
  model: string;
  bedX: string;
  bedY: string;
  bedZ: string;
  nozzle: string;
  maxNozzle: string;
  maxBed: string;
  unattended: 'yes' | 'no';
}

/**
 * What every field begins with.
 * @param write a number as the reader of the page writes it
 */
export function newDraft(bridge: string, write: WriteNumber): SetupDraft {
  return {
    slug: '',
    name: '',
    bridge,
    adapter: 'moonraker',
    address: '',
    username: '',
    serial: '',
    secret: '',
    model: '',
    bedX: '220',
    bedY: '220',
    bedZ: '250',
    nozzle: write(0.4),
    maxNozzle: '260',
    maxBed: '100',
    unattended: 'no',
  };
}

/**
 * A printer that is there, in the form. Its key is not in it: nobody is told it again.
 * @param write a number as the reader of the page writes it
 */
export function draftOf(slug: string, { bridge, machine, connection }: PrinterSetup, write: WriteNumber): SetupDraft {
  const { bed } = machine;
  return {
    ...newDraft(bridge.slug, write),
    slug,
    model: machine.model,
    bedX: write(bed.x),
    bedY: write(bed.y),
    bedZ: write(bed.z),
    nozzle: write(machine.nozzleDiameterMillimetres),
    maxNozzle: write(machine.maxNozzleCelsius),
    maxBed: write(machine.maxBedCelsius),
    unattended: machine.unattendedAllowed ? 'yes' : 'no',
    ...(connection && placeOf(connection)),
  };
}

/** What the form says, as the API takes it. A comma is as good as a point. */
export function setupOf(draft: SetupDraft): SetUpPrinter {
  const number = (text: string) => Number(text.replace(',', '.'));
  const name = draft.name.trim();
  const secrets = secretsOf(draft);
  return {
    ...(name !== '' && { name }),
    bridge: draft.bridge,
    machine: {
      model: draft.model.trim(),
      bed: { x: number(draft.bedX), y: number(draft.bedY), z: number(draft.bedZ) },
      nozzleDiameterMillimetres: number(draft.nozzle),
      maxNozzleCelsius: number(draft.maxNozzle),
      maxBedCelsius: number(draft.maxBed),
      unattendedAllowed: draft.unattended === 'yes',
    },
    connection: connectionOf(draft),
    ...(secrets && { secrets }),
  };
}

function connectionOf({ adapter, address, username, serial }: SetupDraft): ConnectionSettings {
  const url = address.trim();
  switch (adapter) {
    case 'virtual':
      return { adapter };
    case 'bambu':
      return { adapter, host: url, serial: serial.trim().toUpperCase() };
    case 'prusalink':
      return { adapter, url, ...(username.trim() !== '' && { username: username.trim() }) };
    case 'moonraker':
    case 'octoprint':
      return { adapter, url };
  }
}

function secretsOf({ adapter, secret }: SetupDraft): PrinterSecrets | undefined {
  const text = secret.trim();
  if (text === '' || adapter === 'virtual') return undefined;
  if (adapter === 'bambu') return { accessCode: text };
  return adapter === 'prusalink' ? { password: text } : { apiKey: text };
}

function placeOf(connection: ConnectionSettings): Partial<SetupDraft> {
  const { adapter } = connection;
  switch (adapter) {
    case 'virtual':
      return { adapter };
    case 'bambu':
      return { adapter, address: connection.host, serial: connection.serial };
    case 'prusalink':
      return { adapter, address: connection.url, username: connection.username ?? '' };
    case 'moonraker':
    case 'octoprint':
      return { adapter, address: connection.url };
  }
}
