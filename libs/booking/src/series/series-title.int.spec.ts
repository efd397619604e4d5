import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { endOf } from '../../../../test/support/refusal.js';
import { cancelDates, SeriesFixture } from '../../../../test/support/series-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import { SeriesTitles, type TitleChange } from './series-title.service.js';

let fixture: BookingFixture;
let one: SeriesFixture;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  one = await SeriesFixture.fourMondays(fixture);
});

const retitle = (publicTitle: string | null, more: Partial<TitleChange> = {}, by = one.staff) =>
  fixture.get(SeriesTitles).change({ seriesId: one.series.id, publicTitle, ...more }, by.viewer);

const retitled = () =>
  fixture.database.query<{ details: unknown }>(
    `SELECT details FROM audit_entry WHERE action = 'series.retitle' AND subject_id = $1 ORDER BY id`,
    [one.series.id],
  );

describe('a series’ public title', () => {
  it('is none at first, is given, changed and taken away, each recorded without its words', async () => {
    expect(one.series.publicTitle).toBeNull();
    await retitle('Digikerho');
    expect((await one.now()).publicTitle).toBe('Digikerho');
    await retitle(null);
    expect((await one.now()).publicTitle).toBeNull();
    expect((await retitled()).map(({ details }) => details)).toEqual([{ isOnBoard: true }, { isOnBoard: false }]);
  });

  it('changes nothing when it is the one it has', async () => {
    await retitle('Digikerho');
    const { version } = await one.now();
    await retitle('Digikerho');
    expect([(await one.now()).version, await retitled()]).toEqual([version, [{ details: { isOnBoard: true } }]]);
  });

  it('is tied to the series as it was read, its dates included', async () => {
    const { version } = one.series;
    await one.change('one', cancelDates);
    expect(await endOf(retitle('Digikerho', { ifMatch: [version] }))).toBe('precondition.failed');
    await retitle('Digikerho', { ifMatch: [(await one.now()).version] });
    expect((await one.now()).publicTitle).toBe('Digikerho');
  });

  it('lets one of five changes that read the same through', async () => {
    const ifMatch = [one.series.version];
    const answers = ['A', 'B', 'C', 'D', 'E'].map((title) => retitle(title, { ifMatch }));
    expect(await tallyDone(answers)).toEqual({ done: 1, 'precondition.failed': 4 });
  });

  it('is for the staff of its hub', async () => {
    expect(await endOf(retitle('Digikerho', {}, await fixture.aPerson()))).toBe('not_found');
    expect((await one.now()).publicTitle).toBeNull();
  });

  it.each(['', ' Digikerho', 'x'.repeat(81)])('is kept from being %j by the database, too', async (title) => {
    const write = fixture.database.query(`UPDATE booking_series SET public_title = $1`, [title]);
    await expect(write).rejects.toThrow('booking_series_public_title_check');
  });
});
