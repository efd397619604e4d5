import { decode } from 'jpeg-js';
import type { Board } from '#libs/contracts';
import { startHub, type TestHub } from '../support/hub.js';
import { untilSucceeds } from '../support/until-succeeds.js';
import { Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

let hub: TestHub;
let resident: Visitor;
let staff: Visitor;

beforeAll(async () => {
  hub = await startHub({ env: { VIRTUAL_PRINTER_SPEED: '5' } });
  resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
  staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
  await staff.waitForPrinter('printer-1', ({ hasCamera }) => hasCamera);
});
afterAll(() => hub.remove());

const look = (visitor: Visitor) => visitor.request('/printers/printer-1/picture');

it('staff look at a printer, and nothing of the picture is kept by anybody on the way', async () => {
  const response = await look(staff);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { width, height } = decode(await response.arrayBuffer());
  expect([width, height]).toEqual([480, 360]);
});

it('whoever prints looks at that printer from the start of the print on; nobody else does', async () => {
  expect((await look(resident)).status).toBe(404);
  expect((await look(new Visitor(hub.url))).status).toBe(401);
  const { body } = await resident.upload('test/fixtures/cube-20mm.gcode', { preferredPrinter: 'printer-1' });
  await resident.waitForJob(body.id, ['awaiting_review']);
  await staff.post(`/print-jobs/${body.id}/approve`);
  const printing = await resident.waitForJob(body.id, ['printing']);
  expect([printing.printer, printing.hasCamera]).toEqual(['printer-1', true]);
  const response = await untilSucceeds(async () => {
    const answer = await look(resident);
    if (answer.status !== 200) throw new Error(`the camera answers ${answer.status}`);
    return answer;
  });
  expect(response.headers.get('content-type')).toBe('image/jpeg');
});

it('the kiosk is told of no camera', async () => {
  const nobody = new Visitor(hub.url);
  const { body } = await nobody.get<Board>('/hubs/viitasaari/board');
  expect(body.printers).toHaveLength(3);
  expect(JSON.stringify(body.printers)).not.toMatch(/camera|picture/i);
  const printers = await nobody.get<{ items: { hasCamera: boolean }[] }>('/hubs/viitasaari/printers');
  expect(printers.body.items.map(({ hasCamera }) => hasCamera)).not.toContain(true);
});
