import { setUpPrinterSchema, type ConnectionSettings, type PrinterSetup } from '#libs/contracts';
import { draftOf, newDraft, setupOf } from './setup-draft.js';

const aSetup = (connection: ConnectionSettings): PrinterSetup => ({
  bridge: { slug: 'bridge-1', isOnline: true },
  machine: {
    model: 'MK4',
    bed: { x: 250, y: 210, z: 220 },
    nozzleDiameterMillimetres: 0.4,
    maxNozzleCelsius: 290,
    maxBedCelsius: 120,
    unattendedAllowed: true,
  },
  connection,
  hasSecrets: true,
  isBeingTested: false,
  diagnosis: null,
});
const url = 'http://printer.local';
const inFinnish = (value: number) => String(value).replace('.', ',');

describe('the form of a printer', () => {
  it.each<ConnectionSettings>([
    { adapter: 'virtual' },
    { adapter: 'moonraker', url },
    { adapter: 'octoprint', url },
    { adapter: 'prusalink', url, username: 'maker' },
    { adapter: 'bambu', host: 'p1s.local', serial: '01P00A123456789' },
  ])('gives back what it was filled with: $adapter', (connection) => {
    const { bridge, machine } = aSetup(connection);
    const setup = setupOf(draftOf('mk4', aSetup(connection), inFinnish));
    expect(setup).toEqual({ bridge: bridge.slug, machine, connection });
    expect(setUpPrinterSchema.parse(setup)).toEqual(setup);
  });

  it('says a key only when one was entered, under the name that the printer knows it by', () => {
    const draft = { ...newDraft('bridge-1', inFinnish), model: 'X', address: url, secret: ' abc ' };
    expect(setupOf({ ...draft, adapter: 'octoprint' }).secrets).toEqual({ apiKey: 'abc' });
    expect(setupOf({ ...draft, adapter: 'prusalink' }).secrets).toEqual({ password: 'abc' });
    expect(setupOf({ ...draft, adapter: 'bambu' }).secrets).toEqual({ accessCode: 'abc' });
    expect(setupOf({ ...draft, adapter: 'moonraker', secret: '' })).not.toHaveProperty('secrets');
  });

  it('writes its numbers as its reader does', () => {
    expect(newDraft('bridge-1', inFinnish).nozzle).toBe('0,4');
    expect(draftOf('mk4', aSetup({ adapter: 'virtual' }), inFinnish).nozzle).toBe('0,4');
  });

  it('takes a decimal comma', () => {
    expect(setupOf({ ...newDraft('bridge-1', inFinnish), nozzle: '0,6' }).machine.nozzleDiameterMillimetres).toBe(0.6);
  });
});
