import { openingWeekSchema } from '#libs/contracts';
import { dayDraftOf, hoursOf, isFaulty, isOvernight, weekDraftOf, weekOfDraft, withSpan } from './week-draft.js';

const span = (opens: string, closes: string) => ({ key: 0, opens, closes });

describe('a week of opening hours while it is typed', () => {
  it('stays what it is when nobody types', () => {
    const week = {
      mon: [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:00', closes: '24:00' },
      ],
      fri: [{ opens: '18:00', closes: '02:00' }],
      sun: [{ opens: '00:00', closes: '24:00' }],
    };
    expect(weekOfDraft(weekDraftOf(week))).toEqual(week);
  });

  it('shows midnight as a clock does', () => {
    expect(dayDraftOf([{ opens: '13:00', closes: '24:00' }])).toEqual([span('13:00', '00:00')]);
  });

  it('puts the openings of a day in order', () => {
    const day = [span('13:00', '20:00'), span('09:00', '12:00')];
    expect(hoursOf(day)?.map(({ opens }) => opens)).toEqual(['09:00', '13:00']);
  });

  it.each([
    ['09:00', '09:00', true],
    ['', '12:00', true],
    ['09:00', '', true],
    ['00:00', '00:00', false],
    ['18:00', '02:00', false],
  ])('from %j to %j is faulty: %s', (opens, closes, faulty) => {
    expect(isFaulty(span(opens, closes))).toBe(faulty);
    expect(hoursOf([span(opens, closes)]) === undefined).toBe(faulty);
  });

  it('says when an opening ends on the next day, which one until midnight does not', () => {
    expect([span('18:00', '02:00'), span('18:00', '00:00'), span('09:00', '17:00')].map(isOvernight)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('takes another opening that may be sent, however many there are', () => {
    let day = withSpan([]);
    expect(day).toEqual([span('09:00', '17:00')]);
    for (let more = 0; more < 5; more += 1) day = withSpan(day);
    expect(new Set(day.map(({ key }) => key)).size).toBe(6);
    expect(openingWeekSchema.safeParse({ mon: hoursOf(day) }).success).toBe(true);
  });

  it('is none while an opening in it is faulty', () => {
    expect(weekOfDraft({ ...weekDraftOf({}), tue: [span('09:00', '')] })).toBeUndefined();
  });
});
