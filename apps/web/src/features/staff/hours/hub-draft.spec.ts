import { hubChangeOf, hubDraftOf, withLanguage } from './hub-draft.js';

const facts = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  slug: 'viitasaari',
  name: 'Digikeskus',
  address: 'Keskitie 10',
  timeZone: 'Europe/Helsinki',
  languages: ['fi', 'sv', 'en'],
  country: 'FI',
};

describe('the facts of a hub while they are typed', () => {
  it('send nothing when nobody types', () => {
    expect(hubChangeOf(hubDraftOf(facts), facts)).toEqual({});
  });

  it('send what was changed alone', () => {
    const draft = { ...hubDraftOf(facts), name: ' Digihubi ', country: 'SE' };
    expect(hubChangeOf(draft, facts)).toEqual({ name: 'Digihubi', country: 'SE' });
  });

  it('keep the order of the languages', () => {
    expect(withLanguage(['en'], 'fi', true)).toEqual(['fi', 'en']);
    expect(withLanguage(['fi', 'sv', 'en'], 'sv', false)).toEqual(['fi', 'en']);
  });
});
