import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { PrintJob, ProblemDocument } from '#libs/contracts';
import { aBinaryStl, aModel, anArchive } from '../support/archives.js';
import { binaryGcode } from '../support/binary-gcode.js';
import { eventually } from '../support/eventually.js';
import { startHub, type TestHub } from '../support/hub.js';
import { readToolpath } from '../support/toolpaths.js';
import { Visitor } from '../support/visitor.js';

const megabyte = 1024 * 1024;
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };

jest.setTimeout(120_000);

let hub: TestHub;
let resident: Visitor;
let staff: Visitor;

beforeAll(async () => {
  hub = await startHub({ env: { MAX_UPLOAD_MEGABYTES: '1', SLICER_PATH: 'none' } });
  resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
  staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
});
afterAll(() => hub.remove());

const outline = ['G28', 'M104 S200', 'G1 X20 Y20 Z0.2 F3000', 'G1 X60 E2', 'G1 Y60 E4', 'G1 X20 E6', 'G1 Y20 E8'];
/** A square of plastic; a line of its own makes it another file. */
const square = (line = '') => Buffer.from([...outline, line, 'M104 S0', 'M84', ''].join('\n'));

interface Upload {
  content: Buffer;
  name?: string;
  fields?: Record<string, string>;
}

/** Sends a file as a browser does, with fields after it. */
function send({ content, name = 'part.gcode', fields = {} }: Upload): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return resident.request('/print-jobs', { method: 'POST', body: form });
}

async function uploaded(upload: Upload): Promise<PrintJob> {
  const response = await send(upload);
  expect(response.status).toBe(201);
  return (await response.json()) as PrintJob;
}

async function refused(upload: Upload) {
  const response = await send(upload);
  return { status: response.status, body: (await response.json()) as ProblemDocument };
}

const filesFolder = () => join(hub.dataDir, 'files');
const incoming = () => readdirSync(join(filesFolder(), 'incoming'));
const isKept = (content: Buffer) => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return existsSync(join(filesFolder(), sha256.slice(0, 2), sha256));
};
const jobs = async () => (await resident.get<{ items: PrintJob[] }>('/print-jobs?mine=true')).body.items;

describe('an upload that cannot become a job', () => {
  it('is refused when the file is empty', async () => {
    const content = Buffer.alloc(0);
    const { status, body } = await refused({ content });
    expect([status, body.code]).toEqual([422, 'print.unsupported_file']);
    expect([isKept(content), incoming(), await jobs()]).toEqual([false, [], []]);
  });

  it('is refused when the file is larger than allowed, and nothing of it stays', async () => {
    const content = randomBytes(3 * megabyte);
    const { status, body } = await refused({ content });
    expect([status, body.code]).toEqual([413, 'print.too_large']);
    expect(body.title).toContain('1');
    expect([isKept(content.subarray(0, megabyte)), incoming(), await jobs()]).toEqual([false, [], []]);
  });

  it('is refused without a file', async () => {
    const body = '--x\r\ncontent-disposition: form-data; name="hub"\r\n\r\nviitasaari\r\n--x--\r\n';
    const response = await resident.request('/print-jobs', { method: 'POST', headers: multipart, body });
    const problem = (await response.json()) as ProblemDocument;
    expect([response.status, problem.code, problem.errors?.[0]?.path]).toEqual([400, 'request.invalid', 'file']);
    expect(await jobs()).toEqual([]);
  });

  it('is refused for a hub or a printer that is not there, and the file is not kept', async () => {
    const nowhere = [
      ['hub', 'atlantis'],
      ['preferredPrinter', 'printer-99'],
      ['preferredPrinter', 'pc-1'],
    ];
    for (const field of nowhere) {
      const content = square(`; ${field.join(' ')}`);
      const { status, body } = await refused({ content, fields: Object.fromEntries([field]) });
      expect([status, body.code, isKept(content)]).toEqual([404, 'not_found', false]);
    }
  });

  it('is refused when 10 GB are announced, long before they have come', async () => {
    const { port, hostname } = new URL(hub.url);
    const socket = connect(Number(port), hostname);
    const length = String(10 * 1024 * megabyte);
    const headers = { ...resident.headers(), ...multipart, host: `${hostname}:${port}`, 'content-length': length };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    // The server may well close the door while we still talk.
    socket.on('error', () => undefined);
    socket.write(`POST /api/v1/print-jobs HTTP/1.1\r\n${head.join('')}\r\n`);
    socket.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.gcode"\r\n\r\n');
    for (let sent = 0; sent < 3; sent += 1) socket.write(Buffer.alloc(megabyte, 'G28\n'));
    await eventually('it is refused', () => answer.includes('print.too_large'));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    await eventually('nothing of it is left', () => incoming().length === 0);
    expect(await jobs()).toEqual([]);
  });

  it('leaves nothing when the connection breaks in the middle', async () => {
    const { port, hostname } = new URL(hub.url);
    const socket = connect(Number(port), hostname);
    const headers = { ...resident.headers(), ...multipart, host: `${hostname}:${port}`, 'content-length': '500000' };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /api/v1/print-jobs HTTP/1.1\r\n${head.join('')}\r\n`);
    socket.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.gcode"\r\n\r\n');
    socket.write(Buffer.alloc(100_000, 'G28\n'));
    await eventually('the file is coming in', () => incoming().length === 1);
    socket.destroy();
    await eventually('nothing of it is left', () => incoming().length === 0);
    expect(await jobs()).toEqual([]);
  });
});

describe('an upload', () => {
  it('may have its fields after the file', async () => {
    const fields = { note: 'lapselle', material: 'PLA', preferredPrinter: 'printer-2', hub: 'viitasaari' };
    const job = await uploaded({ content: square(), fields });
    expect(job).toMatchObject(fields);
    await resident.waitForJob(job.id, ['awaiting_review']);
  });
});

describe('a file that is not what it is called', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('G28\nG1 X10 E1\n'.repeat(50), 'utf16le')]);
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5000)]);
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(5000)]);

  it.each([
    ['a JPEG picture', jpeg],
    ['a ZIP archive', zip],
    ['UTF-16 text', utf16],
    ['binary garbage', randomBytes(20_000)],
    ['prose', Buffer.from('Dear hub, please print me a cat.\n'.repeat(100))],
  ])('(%s) is rejected, and its owner reads why in three languages', async (_kind, content) => {
    const { id } = await uploaded({ content, name: 'kissa.gcode' });
    const { refusal } = await resident.waitForJob(id, ['rejected']);
    expect(['print.unsupported_file', 'print.corrupt_file']).toContain(refusal?.code);
    const texts = await Promise.all(['fi', 'sv', 'en'].map((language) => refusalText(id, language)));
    expect(texts.map((text) => text.length > 10)).toEqual([true, true, true]);
    expect(new Set(texts).size).toBe(3);
    expect((await staff.post(`/print-jobs/${id}/approve`)).status).toBe(409);
    await eventually('nothing of it is kept', () => !isKept(content));
  });

  async function refusalText(id: string, language: string): Promise<string> {
    const response = await resident.request(`/print-jobs/${id}`, { headers: { 'accept-language': language } });
    return ((await response.json()) as PrintJob).refusal?.text ?? '';
  }
});

describe('a file that holds its G-code packed', () => {
  const plain = square('; packed').toString();

  it.each([
    ['part.bgcode', () => binaryGcode(plain, { compression: 'heatshrink 12,4', encoding: 'MeatPack with comments' })],
    ['part.gcode.3mf', () => anArchive({ '3D/3dmodel.model': aModel(), 'Metadata/plate_1.gcode': plain })],
  ])('is analysed like the plain one: %s', async (name, pack) => {
    const { id } = await uploaded({ content: await pack(), name });
    const job = await resident.waitForJob(id, ['awaiting_review']);
    expect(job.analysis?.boundingBox).toEqual({ min: { x: 20, y: 20, z: 0.2 }, max: { x: 60, y: 60, z: 0.2 } });
    expect((await resident.request(`/print-jobs/${id}/thumbnail`)).status).toBe(200);
    const toolpath = await resident.request(`/print-jobs/${id}/toolpath`);
    const { layers } = readToolpath(Buffer.from(await toolpath.arrayBuffer()), true);
    expect(layers).toMatchObject([{ number: 1, z: 0.2 }]);
  });

  it.each([
    ['cut off', () => Promise.resolve(binaryGcode(plain).subarray(0, -20))],
    ['a bomb', () => anArchive({ 'Metadata/plate_1.gcode': '\n'.repeat(50 * megabyte) })],
    [
      'sent with a way out of its folder',
      async () =>
        Buffer.from((await anArchive({ 'aa/aaa': plain })).toString('latin1').replaceAll('aa/aaa', '../../'), 'latin1'),
    ],
  ])('is rejected when it is %s, and nothing of it is kept', async (_, pack) => {
    const content = await pack();
    const { id } = await uploaded({ content, name: 'part.3mf' });
    expect((await resident.waitForJob(id, ['rejected'])).refusal?.code).toBe('print.corrupt_file');
    await eventually('it is gone', () => !isKept(content));
  });
});

describe('a model that nobody has sliced', () => {
  it.each([
    ['cube.stl', () => Promise.resolve(aBinaryStl())],
    ['cube.3mf', () => anArchive({ '3D/3dmodel.model': aModel() })],
  ])('waits for staff to slice it, with its size and what to do: %s', async (name, draw) => {
    const { id } = await uploaded({ content: await draw(), name });
    const job = await resident.waitForJob(id, ['awaiting_review']);
    expect(job.refusal?.code).toBe('print.needs_slicing');
    expect(job.analysis?.boundingBox?.max).toEqual({ x: 10, y: 20, z: 30 });
    expect((await staff.post(`/print-jobs/${id}/approve`)).status).toBe(409);
  });

  it('can be printed once staff have put what they sliced in its place', async () => {
    const { id } = await uploaded({ content: await anArchive({ '3D/3dmodel.model': aModel() }), name: 'own.3mf' });
    await resident.waitForJob(id, ['awaiting_review']);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(square('; sliced by staff'))]), 'own.gcode');
    expect((await staff.request(`/print-jobs/${id}/file`, { method: 'PUT', body: form })).status).toBe(200);
    const job = await resident.waitForJob(id, ['awaiting_review']);
    expect(job.refusal).toBeNull();
    expect((await staff.post(`/print-jobs/${id}/approve`)).status).toBe(200);
  });
});

describe('a file that would write the printer’s memory', () => {
  it('goes back to its owner with the finding, and staff can neither approve it nor retry it', async () => {
    const { id } = await uploaded({ content: square('M500') });
    const job = await resident.waitForJob(id, ['needs_changes']);
    expect(job.refusal?.code).toBe('print.unsafe_command');
    expect(job.analysis?.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'print.unsafe_command', line: 8 }),
    );
    expect((await staff.post(`/print-jobs/${id}/approve`)).status).toBe(409);
    expect((await resident.post(`/print-jobs/${id}/cancel`)).status).toBe(200);
    expect((await staff.post(`/print-jobs/${id}/retry`)).status).toBe(409);
  });
});

describe('somebody else’s job', () => {
  it('is not to be found: neither itself, nor its picture, nor its file', async () => {
    const { id } = await uploaded({ content: square('; mine') });
    await resident.waitForJob(id, ['awaiting_review']);
    const stranger = await Visitor.signIn(hub.url, 'naapuri@example.org');
    const path = `/print-jobs/${id}`;
    expect((await resident.request(`${path}/thumbnail`)).headers.get('content-type')).toBe('image/png');
    expect((await stranger.request(path)).status).toBe(404);
    expect((await stranger.request(`${path}/thumbnail`)).status).toBe(404);
    expect((await stranger.request(`${path}/cancel`, { method: 'POST' })).status).toBe(404);
    const expires = Math.floor(Date.now() / 1000) + 600;
    const forged = `/print-files/${id}?expires=${expires}&signature=${randomBytes(32).toString('base64url')}`;
    expect((await resident.request(forged)).status).toBe(404);
  });
});
