import { codeInMail } from './code-in-mail.js';

describe('codeInMail', () => {
  it('finds the six digits that stand alone', () => {
    expect(codeInMail('Tilaus 12345678.\nKoodisi on 042817.')).toBe('042817');
  });

  it('finds nothing in a mail without a code', () => {
    expect(codeInMail('Varauksesi alkaa 24.11.2026 klo 14.00')).toBeNull();
  });
});
