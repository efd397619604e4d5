import fc from 'fast-check';
import { doubtsAbout, type ApprovalFacts } from './auto-approval.js';

const rule = { isEnabled: true, maxMinutes: 180, maxGrams: 100, minDonePrints: 2, induction: '3d-printer' };
const fine: ApprovalFacts = { findings: [], seconds: 180 * 60, grams: 100, donePrints: 2, holdsInduction: true };

describe('an approval by the rule', () => {
  it('is given to what keeps within all of it', () => {
    expect(doubtsAbout(rule, fine)).toEqual([]);
  });

  it.each([
    ['off', { isEnabled: false }, {}],
    ['findings', {}, { findings: [{ code: 'print.material_unknown' }] }],
    ['time', {}, { seconds: 180 * 60 + 1 }],
    ['time', {}, { seconds: null }],
    ['grams', {}, { grams: 100.1 }],
    ['grams', {}, { grams: null }],
    ['newcomer', {}, { donePrints: 1 }],
    ['induction', {}, { holdsInduction: false }],
  ] as const)('is not given: %s', (doubt, ofRule, ofFacts) => {
    expect(doubtsAbout({ ...rule, ...ofRule }, { ...fine, ...ofFacts })).toEqual([doubt]);
  });

  it('asks for no induction and no earlier prints where the rule does not', () => {
    const lenient = { ...rule, minDonePrints: 0, induction: null };
    expect(doubtsAbout(lenient, { ...fine, donePrints: 0, holdsInduction: false })).toEqual([]);
  });

  it('is never given to more when the rule becomes stricter', () => {
    const facts = fc.record({
      findings: fc.constant([]),
      seconds: fc.nat(20_000),
      grams: fc.nat(200),
      donePrints: fc.nat(4),
      holdsInduction: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, fc.nat(100), (print, less) => {
        const stricter = { ...rule, maxMinutes: rule.maxMinutes - less, maxGrams: rule.maxGrams - less };
        expect(doubtsAbout(stricter, print)).toEqual(expect.arrayContaining(doubtsAbout(rule, print)));
      }),
    );
  });
});
