import type { Availability, Board, Booking, Printer, PrintJob } from '#libs/contracts';
import { LiveStream } from '../support/live-stream.js';
import { profiles, type ProfileHub } from '../support/profiles.js';
import { untilSucceeds } from '../support/until-succeeds.js';
import { Visitor } from '../support/visitor.js';

const cube = 'test/fixtures/cube-20mm.gcode';
const bracket = 'test/fixtures/bracket.gcode';
const hourMs = 3600_000;

jest.setTimeout(180_000);

describe.each(profiles())('on $name', ({ start }) => {
  let hub: ProfileHub;
  let resident: Visitor;
  let staff: Visitor;

  beforeAll(async () => {
    hub = await start();
    resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
    staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
  });

  afterAll(() => hub.remove());

  it('a resident books any VR headset for an hour', async () => {
    const now = Date.now();
    const range = `from=${new Date(now).toISOString()}&to=${new Date(now + 7 * 24 * hourMs).toISOString()}`;
    const { body } = await resident.get<Availability>(`/hubs/viitasaari/availability?${range}&category=vr-headset`);
    const slots = body.pools.find(({ pool }) => pool === 'vr-headset')?.freeSlots ?? [];
    const free = slots.find(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) >= hourMs);
    if (free === undefined) throw new Error('no free hour within a week');
    const endsAt = new Date(Date.parse(free.startsAt) + hourMs).toISOString();
    const booked = await resident.post<Booking>('/bookings', { pool: 'vr-headset', startsAt: free.startsAt, endsAt });
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({ status: 'confirmed', pool: 'vr-headset', startsAt: free.startsAt });
    const mine = await resident.get<{ items: Booking[] }>('/bookings?mine=true');
    expect(mine.body.items.map(({ id }) => id)).toContain(booked.body.id);
  });

  it('a print travels from upload to cleared plate, and the next one starts', async () => {
    const uploaded = await resident.upload(cube, { hub: 'viitasaari', preferredPrinter: 'printer-1' });
    expect(uploaded.status).toBe(201);
    const reviewed = await resident.waitForJob(uploaded.body.id, ['awaiting_review']);
    expect(reviewed.analysis).toMatchObject({
      slicer: { name: 'PrusaSlicer' },
      filaments: [{ material: 'PLA' }],
      findings: [],
    });
    expect(reviewed.analysis?.estimatedSeconds).toBeGreaterThan(60);
    expect(reviewed.analysis?.totalGrams).toBeGreaterThan(0.5);
    expect(reviewed.thumbnailUrl).not.toBeNull();
    const second = await resident.upload(bracket, { hub: 'viitasaari', preferredPrinter: 'printer-1' });
    await resident.waitForJob(second.body.id, ['awaiting_review']);

    const live = await LiveStream.open(hub.url, 'board,printers,queue');
    expect((await staff.post(`/print-jobs/${uploaded.body.id}/approve`)).status).toBe(200);
    const printing = await resident.waitForJob(uploaded.body.id, ['printing']);
    expect(printing.printer).toBe('printer-1');
    expect((await staff.post(`/print-jobs/${second.body.id}/approve`)).status).toBe(200);

    await staff.waitForPrinter('printer-1', ({ current }) => (current?.progress ?? 0) > 0.2);
    const board = await resident.get<Board>('/hubs/viitasaari/board');
    expect(board.body.printers.find(({ slug }) => slug === 'printer-1')?.progress).toBeGreaterThan(0.1);
    expect(JSON.stringify(board.body)).not.toContain(uploaded.body.id);

    await resident.waitForJob(uploaded.body.id, ['awaiting_clear']);
    expect(new Set(live.events.map(({ topic }) => topic))).toEqual(new Set(['board', 'printers', 'queue']));
    live.close();
    await untilSucceeds(async () => {
      const waiting = await resident.get<PrintJob>(`/print-jobs/${second.body.id}`);
      expect(waiting.body).toMatchObject({ status: 'queued', waitingReason: 'plate_not_clear' });
    });

    expect((await staff.post('/printers/printer-1/clear-plate')).status).toBe(202);
    const done = await resident.waitForJob(uploaded.body.id, ['done']);
    expect(done.attempts).toMatchObject([{ number: 1, printer: 'printer-1', status: 'completed', progress: 1 }]);
    await resident.waitForJob(second.body.id, ['printing', 'awaiting_clear']);
  });

  it('tells the owner by mail that the print is ready', async () => {
    await untilSucceeds(async () => {
      const subjects = (await resident.mails('asukas@digikeskus.example')).map(({ subject }) => subject);
      expect(subjects).toContain('Tulosteesi on valmis: cube-20mm.gcode');
    });
  });

  it('shows names and files of prints to staff alone', async () => {
    const asStaff = await staff.get<Printer>('/printers/printer-1');
    const asResident = await resident.get<Printer>('/printers/printer-1');
    expect(asStaff.body.current?.fileName ?? 'bracket.gcode').toBe('bracket.gcode');
    expect(asResident.body.current?.fileName ?? null).toBeNull();
  });
});
