import { backends } from '../../../../test/support/backends.js';
import { RunningApi } from '../../../../test/support/running-api.js';
import { JobQueues } from '#libs/platform';

const jobId = '01a20180-d789-727c-b2dc-9bf6c2af53f4';

describe.each(backends())('the queues on $name', ({ redisUrl }) => {
  let api: RunningApi;
  let resident: string;
  let staff: string;
  let admin: string;

  beforeAll(async () => {
    api = await RunningApi.start({ env: { REDIS_URL: redisUrl } });
    resident = await api.cookieOf('asukas@digikeskus.example');
    staff = await api.cookieOf('staff@digikeskus.example');
    admin = await api.cookieOf('admin@digikeskus.example');
    await api.get(JobQueues).queue('print').obliterate({ force: true });
  });
  afterAll(() => api.remove());

  const open = (cookie: string, path = '', init: { method?: string; headers?: Record<string, string> } = {}) =>
    api.fetch(`/staff/queues${path}`, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } });
  const aDispatch = async (times = 1) => {
    const job = { name: 'print.dispatch', payload: { printJobId: jobId, attempt: 1 }, jobId, isKeyed: true } as const;
    for (let time = 0; time < times; time += 1) await api.get(JobQueues).add([{ ...job, runAt: null }]);
  };

  it('are staff’s to see, and nobody else’s', async () => {
    expect((await open(staff)).status).toBe(200);
    expect((await open(resident)).status).toBe(403);
    expect((await open('')).status).toBe(401);
  });

  it('lead a browser that may not see them to where one signs in', async () => {
    const answer = await open('', '', { headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/staff']);
  });

  it('run no script but their own', async () => {
    const headers = (await open(staff)).headers.get('content-security-policy') ?? '';
    expect(headers).toContain("default-src 'self'");
    expect(headers).not.toMatch(/script-src|unsafe-eval/);
  });

  it('hold one job for each print job, under its id, however often it is dispatched', async () => {
    await aDispatch(3);
    const jobs = await api.get(JobQueues).queue('print').getJobs();
    expect(jobs.map(({ id, name }) => [id, name])).toEqual([[jobId, 'print.dispatch']]);
  });

  if (redisUrl === undefined) {
    it('are shown by their counts', async () => {
      await aDispatch();
      const page = await (await open(staff, '', { headers: { 'accept-language': 'en' } })).text();
      expect(page).toContain('<th scope="row">print</th><td>1</td>');
      expect(page).not.toContain('background');
    });
    return;
  }

  it('are Bull Board’s to show, without the letters', async () => {
    await aDispatch();
    const answer = await open(staff, '/api/queues?activeQueue=print&status=latest&page=1');
    const { queues } = (await answer.json()) as { queues: { name: string; jobs: { id: string }[] }[] };
    expect(queues.map(({ name }) => name).sort()).toEqual(['analysis', 'print', 'printing']);
    expect(queues.find(({ name }) => name === 'print')?.jobs.map(({ id }) => id)).toEqual([jobId]);
    const page = await (await open(staff)).text();
    const script = /src="(static\/js\/main[^"]*)"/.exec(page)?.[1] ?? '';
    expect((await open(staff, `/${script}`)).status).toBe(200);
    expect((await open('', `/${script}`)).status).toBe(401);
  });

  it('are changed by administrators alone, from our own pages, and it is recorded', async () => {
    await aDispatch();
    const path = `/api/queues/print/${jobId}/clean`;
    expect((await open(staff, path, { method: 'PUT' })).status).toBe(403);
    const crossSite = { method: 'PUT', headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await open(admin, path, crossSite)).status).toBe(403);
    expect(await api.get(JobQueues).queue('print').count()).toBe(1);
    expect((await open(admin, path, { method: 'PUT' })).status).toBeLessThan(300);
    expect(await api.get(JobQueues).queue('print').count()).toBe(0);
    expect(await api.rows(`SELECT subject_id AS id, details FROM audit_entry WHERE action = 'queue.change'`)).toEqual([
      { id: jobId, details: { method: 'PUT', path } },
    ]);
  });
});
