import type { CreateSeries } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { cancelDates } from '../../../../test/support/series-fixture.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { BoardGroups } from '../hub/board-groups.service.js';
import { SeriesChanges } from './series-change.service.js';
import { SeriesService } from './series.service.js';
import { SeriesTitles } from './series-title.service.js';

const aroundTheClock = [{ opens: '00:00', closes: '24:00' }];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

let fixture: BookingFixture;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  await fixture.database.query(`UPDATE hub SET weekly_hours = $1`, [
    Object.fromEntries(days.map((day) => [day, aroundTheClock])),
  ]);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  staff = await fixture.aPerson({ staff: true });
});

/** Two hours from noon of the fixture's Monday, once. */
function aSeries(changes: Partial<CreateSeries> = {}) {
  const target = changes.pool === undefined && changes.resources === undefined ? { resource: 'podcast-room' } : {};
  const time = { startsAt: '2026-01-12T12:00', durationMinutes: 120, rrule: 'FREQ=DAILY;COUNT=1' };
  const wish = { hub: 'test-hub', mode: 'all_or_nothing' as const, publicTitle: 'Podcast club', ...target, ...time };
  return fixture.get(SeriesService).create({ ...wish, ...changes }, staff);
}

async function programme() {
  return (await fixture.get(BoardGroups).picture('test-hub', 'en')).board.programme;
}

/** Like `Podcast club 10:00` in UTC. */
async function titles(): Promise<string[]> {
  return (await programme()).map(({ title, startsAt }) => `${title} ${startsAt.slice(11, 16)}`);
}

function showClock(instant: string): void {
  fixture.clock.advance((Date.parse(instant) - fixture.clock.now().getTime()) / 60_000);
}

describe('the programme on the board', () => {
  it('tells title, time and place of what is on today, and neither purpose nor anybody', async () => {
    await aSeries({ purpose: 'Private: meeting with Person 1' });
    const { board } = await fixture.get(BoardGroups).picture('test-hub', 'en');
    expect(board.programme).toEqual([
      {
        title: 'Podcast club',
        startsAt: '2026-01-12T10:00:00.000Z',
        endsAt: '2026-01-12T12:00:00.000Z',
        places: ['podcast-room'],
      },
    ]);
    expect(JSON.stringify(board)).not.toMatch(/Private|Person|purpose/);
    expect(JSON.stringify(board)).not.toContain(staff.viewer.accountId);
  });

  it('is silent about series without a public title', async () => {
    await aSeries({ publicTitle: undefined, purpose: 'Staff only' });
    expect(await programme()).toEqual([]);
  });

  it('has one entry for what is booked together, and names a pool instead of its unit', async () => {
    await aSeries({ resources: ['studio', 'podcast-room'] });
    await aSeries({ pool: 'vr-headset', publicTitle: 'VR club', startsAt: '2026-01-12T09:00' });
    expect((await programme()).map(({ title, places }) => [title, places])).toEqual([
      ['VR club', ['VR headset']],
      ['Podcast club', ['studio', 'podcast-room']],
    ]);
  });

  it('shows what goes on until it ends, and nothing that has ended', async () => {
    await aSeries();
    showClock('2026-01-12T11:59:00Z');
    expect(await titles()).toEqual(['Podcast club 10:00']);
    showClock('2026-01-12T12:00:00Z');
    expect(await titles()).toEqual([]);
  });

  it('shows of a series today’s date alone, by the hub’s midnight', async () => {
    await aSeries({ rrule: 'FREQ=DAILY;COUNT=2', startsAt: '2026-01-13T00:15', durationMinutes: 30 });
    showClock('2026-01-12T21:59:00Z');
    expect(await programme()).toEqual([]);
    showClock('2026-01-12T22:00:00Z');
    expect((await programme()).map(({ startsAt }) => startsAt)).toEqual(['2026-01-12T22:15:00.000Z']);
  });

  it('shows what began before midnight and still goes on', async () => {
    await aSeries({ startsAt: '2026-01-12T23:00' });
    showClock('2026-01-12T22:30:00Z');
    expect(await titles()).toEqual(['Podcast club 21:00']);
  });

  it.each([
    ['an hour shorter', '2026-03-29T09:00:00Z', '2026-03-29T23:15', '2026-03-30T00:15', '20:15'],
    ['an hour longer', '2026-10-25T09:00:00Z', '2026-10-25T23:15', '2026-10-26T00:15', '21:15'],
  ])('ends with the hub’s day when that is %s', async (_length, noon, late, tomorrow, expected) => {
    await aSeries({ startsAt: late, durationMinutes: 30 });
    await aSeries({ startsAt: tomorrow, durationMinutes: 30, publicTitle: 'Tomorrow’s' });
    showClock(noon);
    expect(await titles()).toEqual([`Podcast club ${expected}`]);
  });

  it('drops what is called off, by the series or alone, and moves what is moved', async () => {
    const [off, alone, moved] = [
      await aSeries(),
      await aSeries({ startsAt: '2026-01-12T15:00' }),
      await aSeries({ startsAt: '2026-01-12T18:00', publicTitle: 'Moved' }),
    ];
    expect(await titles()).toHaveLength(3);
    const change = (of: typeof off, what: Parameters<SeriesChanges['apply']>[0]['change']) => {
      const request = { seriesId: of.id, bookingId: of.instances[0]?.bookingId ?? '', scope: 'one' as const };
      return fixture.get(SeriesChanges).apply({ ...request, change: what }, staff.viewer);
    };
    await change(off, cancelDates);
    await fixture.get(BookingService).cancel(alone.instances[0]?.bookingId ?? '', staff);
    await change(moved, { action: 'move', startsAt: '2026-01-12T16:00' });
    expect(await titles()).toEqual(['Moved 14:00']);
  });

  it.each(['no_show', 'completed', 'cancelled'])('is silent about a date that is %s', async (status) => {
    await aSeries();
    await fixture.database.query(`UPDATE booking SET status = $1`, [status]);
    expect(await programme()).toEqual([]);
  });

  it('is of one hub', async () => {
    await aSeries();
    await fixture.database.query(
      `INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
       VALUES ('other-hub', 'Other', 'Street 2', 'Europe/Helsinki', '{fi}', '{}') ON CONFLICT DO NOTHING`,
    );
    expect((await fixture.get(BoardGroups).picture('other-hub', 'en')).board.programme).toEqual([]);
  });

  it('follows the title, and loses what has none any more', async () => {
    const { id: seriesId } = await aSeries();
    const retitle = (publicTitle: string | null) =>
      fixture.get(SeriesTitles).change({ seriesId, publicTitle }, staff.viewer);
    await retitle('Radio club');
    expect(await titles()).toEqual(['Radio club 10:00']);
    await retitle(null);
    expect(await titles()).toEqual([]);
  });
});
