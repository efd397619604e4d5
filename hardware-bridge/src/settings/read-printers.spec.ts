import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPrinters } from './read-printers.js';

describe('the file of the printers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dk-printers-'));
  const path = join(folder, 'bridge.yaml');
  const read = (text: string, environment: NodeJS.ProcessEnv = {}) => {
    writeFileSync(path, text);
    return readPrinters(path, environment);
  };
  const faultsOf = (text: string): string[] => {
    const answer = read(text);
    return 'faults' in answer ? answer.faults.map((fault) => fault.slice(path.length)) : [];
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names each printer, and where its secret is: in a variable or a file', () => {
    writeFileSync(join(folder, 'key'), 'from-file\n');
    const text = `
printers:
  # The one by the window
  - { slug: voron, adapter: moonraker, model: Voron 2.4, url: 'http://voron.local:7125', apiKey: { env: KEY } }
  - slug: ender
    adapter: moonraker
    model: Ender 3
    url: http://ender.local
    apiKey: { file: '${join(folder, 'key')}' }
`;
    expect(read(text, { KEY: 'from-environment' })).toMatchObject({
      printers: [
        { slug: 'voron', apiKey: 'from-environment' },
        { slug: 'ender', apiKey: 'from-file' },
      ],
    });
  });

  it('says everything that is wrong at once, with the line it is in', () => {
    const text = `printers:
  - slug: Voron 2
    adapter: moonraker
    model: Voron 2.4
    url: voron.local
    apiKey: abc123
  - slug: ender
    adapter: moonraker
    model: Ender 3
    apiKey: { env: NOT_SET }
speed: 3
`;
    expect(faultsOf(text)).toEqual([
      ':11: speed: is not a setting',
      ':2: printers.0.slug: must be lower-case letters, digits and hyphens',
      ':5: printers.0.url: must be an address such as http://printer.local',
      ':6: printers.0.apiKey: must be { env: NAME } or { file: PATH }: secrets are not written here',
      ':7: printers.1.url: must be an address such as http://printer.local',
      ':10: printers.1.apiKey: the variable NOT_SET is not set',
    ]);
  });

  it('refuses two printers of one name at the second one', () => {
    const one = '  - { slug: a, adapter: virtual, model: M }\n';
    expect(faultsOf(`printers:\n${one}${one}`)).toEqual([':3: printers.1.slug: another printer is called a, too']);
  });

  it('wants one proof for a Prusa, and not two', () => {
    const prusa = 'adapter: prusalink, model: MK4, url: http://mk4.local';
    const proofs = [', apiKey: { env: A }', ', password: { env: A }', '', ', apiKey: { env: A }, password: { env: A }'];
    const answers = proofs.map((proof) => read(`- { slug: mk4, ${prusa}${proof} }`, { A: 'secret' }));
    expect(answers.map((answer) => 'printers' in answer)).toEqual([true, true, false, false]);
  });

  it('takes a Bambu printer by its serial number and access code, and says what is wrong with them', () => {
    const bambu = (more: string) => `- { slug: p1s, adapter: bambu, model: P1S, accessCode: { env: A }${more} }`;
    const right = `, host: 192.168.1.50, serial: 01P00A000000001, amsMapping: [0, 2], fingerprint: '${'AB:'.repeat(31)}AB'`;
    expect(read(bambu(right), { A: 'code' })).toMatchObject({
      printers: [{ host: '192.168.1.50', serial: '01P00A000000001', accessCode: 'code', amsMapping: [0, 2] }],
    });
    const wrong = ', host: "http://192.168.1.50", serial: 01p00a000000001, fingerprint: AB, amsMapping: []';
    const answer = read(bambu(wrong), { A: 'code' });
    const faults = 'faults' in answer ? answer.faults.map((fault) => fault.split(': ')[1]) : [];
    expect(faults).toEqual(['0.host', '0.serial', '0.fingerprint', '0.amsMapping']);
  });

  it('says whether Home Assistant is told, which it is not unless that stands there', () => {
    const printers = 'printers: [{ slug: a, adapter: virtual, model: M }]\n';
    expect(read(printers)).toMatchObject({ homeAssistant: false });
    expect(read(`${printers}homeAssistant: true\n`)).toMatchObject({ homeAssistant: true });
    expect(faultsOf(`${printers}homeAssistant: maybe\n`)).toEqual([':2: homeAssistant: must be true or false']);
  });

  it('says in which line it stops being YAML', () => {
    expect(faultsOf('printers:\n  - slug: "voron\n    adapter: virtual\n')[0]).toMatch(/^:\d+: Missing closing/);
  });

  it('says so when it is not there', () => {
    expect(readPrinters(join(folder, 'none.yaml'), {})).toEqual({
      faults: [expect.stringContaining('none.yaml: cannot be read')],
    });
  });
});
