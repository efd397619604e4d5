import { fi } from '../../shared/i18n/messages/fi.js';
import { signInProblemKey } from './sign-in-problem-key.js';

describe('a sign-in that failed at the provider', () => {
  it.each([
    ['auth.sign_in_expired', 'vanheni'],
    ['auth.provider_unavailable', 'ei juuri nyt vastaa'],
    ['auth.provider_denied', 'peruttiin'],
    ['auth.email_unverified', 'ei ole vahvistanut'],
    ['rate_limited', 'liian monta kertaa'],
  ])('says what %s means', (code, words) => {
    expect(fi[signInProblemKey(code)]).toContain(words);
  });

  it.each(['auth.provider_rejected', 'internal', '', '__proto__', '<b>'])(
    'says for %p only that it did not work',
    (code) => {
      expect(signInProblemKey(code)).toBe('signIn.providerFailed');
    },
  );
});
