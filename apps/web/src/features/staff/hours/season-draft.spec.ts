import { monthDayOf, seasonDraftOf, seasonOf } from './season-draft.js';

const summer = { name: 'Kesä', from: '06-01', to: '08-15', week: { mon: [{ opens: '10:00', closes: '15:00' }] } };

describe('a season while it is typed', () => {
  it('stays what it is when nobody types', () => {
    expect(seasonOf(seasonDraftOf(summer, {}))).toEqual(summer);
  });

  it('begins with the usual week', () => {
    const draft = { ...seasonDraftOf(undefined, summer.week), name: ' Loma ', from: '24.12.', to: '6.1.' };
    expect(seasonOf(draft)).toEqual({ name: 'Loma', from: '12-24', to: '01-06', week: summer.week });
  });

  it('is none while a day cannot be read', () => {
    expect(seasonOf({ ...seasonDraftOf(summer, {}), to: '31.6.' })).toBeUndefined();
  });

  it.each([
    ['1.6.', '06-01'],
    [' 24.12 ', '12-24'],
    ['01/06', '06-01'],
    ['29.2.', '02-29'],
    ['30.2.', undefined],
    ['31.4.', undefined],
    ['1.13.', undefined],
    ['0.1.', undefined],
    ['kesä', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, day) => {
    expect(monthDayOf(text)).toBe(day);
  });
});
