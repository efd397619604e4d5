import { inLanguage } from './in-language.js';
import { textDraftOf, textOfDraft } from './text-draft.js';

describe('a text in several languages', () => {
  it('stays what it is when nobody types', () => {
    for (const text of [{ fi: 'Studio', en: 'Studio' }, {}, { sv: 'Ateljé' }])
      expect(textOfDraft(textDraftOf(text))).toEqual(text);
  });

  it('loses the languages in which nothing is left', () => {
    expect(textOfDraft({ fi: ' Studio ', sv: '  ', en: '' })).toEqual({ fi: 'Studio' });
    expect(textOfDraft({ fi: ' ', sv: '', en: '' })).toEqual({});
  });

  it('is read in the language, else in Finnish, else in whichever there is', () => {
    expect(inLanguage({ fi: 'Huone', sv: 'Rum' }, 'sv')).toBe('Rum');
    expect(inLanguage({ fi: 'Huone', sv: 'Rum' }, 'en')).toBe('Huone');
    expect(inLanguage({ sv: 'Rum' }, 'en')).toBe('Rum');
    expect(inLanguage({}, 'fi')).toBe('');
  });
});
