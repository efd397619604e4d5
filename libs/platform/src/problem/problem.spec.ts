import { problemStatus, locales, type ProblemCode } from '#libs/contracts';
import { problemTexts } from '../i18n/problem-texts.js';
import { describeProblem } from './problem-document.js';
import { Problem } from './problem.js';

const context = { locale: 'fi', instance: '/api/v1/bookings', requestId: 'r1' } as const;

describe('problem documents', () => {
  it('has a sentence in every language for every code', () => {
    for (const code of Object.keys(problemStatus) as ProblemCode[]) {
      for (const locale of locales) expect(problemTexts[code][locale].length).toBeGreaterThan(5);
    }
  });

  it('lists every broken rule with its own sentence and numbers', () => {
    const problem = new Problem('booking.refused', {
      reasons: [
        { code: 'booking.too_short', params: { minMinutes: 30 } },
        { code: 'booking.in_past', params: {} },
      ],
    });
    const document = describeProblem(problem, context);
    expect(document.status).toBe(422);
    expect(document.reasons?.map((reason) => reason.text)).toEqual([
      'Varaus on liian lyhyt: vähintään 30 minuuttia.',
      'Aika on jo mennyt.',
    ]);
  });

  it('gives the request id to somebody who met our own fault', () => {
    expect(describeProblem(new Problem('internal'), context).detail).toContain('r1');
  });
});
