import type { Opening } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

const hours = '/api/v1/hubs/viitasaari/opening';

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await RunningApi.start();
  admin = await api.cookieOf('admin@digikeskus.example');
});
afterAll(() => api.remove());

async function read(): Promise<{ opening: Opening; etag: string }> {
  const answer = await api.fetch(hours);
  return { opening: (await answer.json()) as Opening, etag: answer.headers.get('etag') ?? '' };
}

const change = (method: string, path: string, body: unknown, etag: string) =>
  api.send(method, hours + path, body, { cookie: admin, 'if-match': etag });
const close = (date: string, etag: string) => change('PUT', `/exceptions/${date}`, { hours: [] }, etag);

describe('the version of a hub’s hours', () => {
  it('lets one of two administrators who have looked at the same change them, and tells the other', async () => {
    for (const [first, second] of [
      ['2027-03-01', '2027-03-02'],
      ['2027-03-03', '2027-03-04'],
      ['2027-03-05', '2027-03-06'],
    ] as const) {
      const { opening, etag } = await read();
      expect(etag).toBe(`"${opening.version}"`);
      const recorded = await api.rows(`SELECT FROM audit_entry WHERE action = 'opening.set-exception'`);
      const answers = await Promise.all([close(first, etag), close(second, etag)]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
      const after = await read();
      const closed = after.opening.exceptions.filter(({ date }) => date === first || date === second);
      expect(closed).toHaveLength(1);
      expect(after.etag).not.toBe(etag);
      const now = await api.rows(`SELECT FROM audit_entry WHERE action = 'opening.set-exception'`);
      expect(now).toHaveLength(recorded.length + 1);
    }
  });

  it('is asked for by every change and by the preview, and any will do for whoever names none', async () => {
    const { opening } = await read();
    const old = '"1"';
    const { week, seasons } = opening;
    const refused = await Promise.all([
      change('PUT', '/week', week, old),
      change('PUT', '/seasons', { seasons }, old),
      close('2027-04-01', old),
      change('POST', '/preview', { week: {} }, old),
      api.fetch(`${hours}/exceptions/2027-04-01`, { method: 'DELETE', headers: { cookie: admin, 'if-match': old } }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([412, 412, 412, 412, 412]);
    expect((await read()).opening).toEqual(opening);
    expect((await api.send('PUT', `${hours}/week`, week, { cookie: admin })).status).toBe(200);
  });

  it('is the same again when the hours are', async () => {
    const before = await read();
    expect((await close('2027-05-03', before.etag)).status).toBe(200);
    const { etag } = await read();
    expect(etag).not.toBe(before.etag);
    const headers = { cookie: admin, 'if-match': etag };
    const cleared = await api.fetch(`${hours}/exceptions/2027-05-03`, { method: 'DELETE', headers });
    expect(cleared.status).toBe(200);
    expect((await read()).etag).toBe(before.etag);
  });
});
