import { locales } from '#libs/contracts';
import { auditTexts } from './audit-texts.js';

describe('the words of the record', () => {
  it('are there for every action in every language', () => {
    for (const [action, texts] of Object.entries(auditTexts)) {
      for (const locale of locales)
        expect([action, locale, texts[locale].trim().length > 3]).toEqual([action, locale, true]);
    }
  });

  it('name each action as thing and verb', () => {
    for (const action of Object.keys(auditTexts)) expect(action).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
  });
});
