import type { Availability, Booking, ProblemDocument } from '#libs/contracts';
import { profiles, type ProfileHub } from '../support/profiles.js';
import { Visitor } from '../support/visitor.js';

const clients = 50;
const hourMs = 3600_000;

jest.setTimeout(120_000);

describe.each(profiles())('on $name', ({ start }) => {
  let hub: ProfileHub;
  let visitors: Visitor[];

  beforeAll(async () => {
    hub = await start();
    const emails = Array.from({ length: clients }, (_, index) => `asiakas-${index}@digikeskus.example`);
    visitors = await Promise.all(emails.map((email) => Visitor.signIn(hub.url, email)));
  });

  afterAll(() => hub.remove());

  it('gives the last free headset to exactly one of fifty who want it at once, no later than to fifty in a row', async () => {
    const [first, ...others] = visitors;
    if (first === undefined) throw new Error('nobody is there');
    const times = await firstFreeHour(first);
    const booking = { pool: 'vr-headset', ...times };
    const early = others.slice(0, 3);
    const inARow = await timed(async () => {
      for (const visitor of early) expect((await visitor.post<Booking>('/bookings', booking)).status).toBe(201);
    });
    let answers: { status: number; body: ProblemDocument }[] = [];
    const atOnce = await timed(async () => {
      answers = await Promise.all(visitors.map((visitor) => visitor.post<ProblemDocument>('/bookings', booking)));
    });
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(clients - 1);
    const codes = new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code));
    expect(codes).toEqual(new Set(['booking.overlap']));
    const oneMs = inARow / early.length;
    process.stdout.write(`${clients} at once: ${Math.round(atOnce)} ms; one alone: ${Math.round(oneMs)} ms\n`);
    expect(atOnce).toBeLessThan(clients * oneMs);
  });
});

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function firstFreeHour(visitor: Visitor): Promise<{ startsAt: string; endsAt: string }> {
  const from = new Date(Date.now() + 24 * hourMs);
  const to = new Date(from.getTime() + 7 * 24 * hourMs);
  const range = `from=${from.toISOString()}&to=${to.toISOString()}`;
  const { body } = await visitor.get<Availability>(`/hubs/viitasaari/availability?${range}&category=vr-headset`);
  const slot = body.pools[0]?.freeSlots.find(
    ({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) >= hourMs,
  );
  if (slot === undefined) throw new Error('no free hour within a week');
  return { startsAt: slot.startsAt, endsAt: new Date(Date.parse(slot.startsAt) + hourMs).toISOString() };
}
