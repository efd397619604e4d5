import type { SetUpResource } from '#libs/contracts';
import { changeOf, draftSlug, newResource, newResourceOf, possibleWholes, resourceDraftOf } from './resource-draft.js';

const studio: SetUpResource = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  slug: 'studio',
  hub: 'viitasaari',
  name: { fi: 'Studio', sv: 'Studio' },
  description: {},
  category: 'room',
  pool: null,
  parent: null,
  bookable: true,
  position: 4,
  outOfOrder: null,
  picture: null,
  retired: false,
};
const part = (slug: string, parent: string | null, retired = false) => ({ ...studio, slug, parent, retired });

describe('a thing while it is typed', () => {
  it('changes nothing when nobody types', () => {
    expect(changeOf(resourceDraftOf(studio), studio)).toEqual({});
  });

  it('sends what was changed alone', () => {
    const draft = resourceDraftOf(studio);
    const typed = { ...draft, name: { ...draft.name, sv: '' }, parent: 'hall', position: '0' };
    expect(changeOf(typed, studio)).toEqual({ name: { fi: 'Studio' }, parent: 'hall', position: 0 });
  });

  it('leaves its pool and its whole by the empty choice', () => {
    const unit = { ...studio, pool: 'rooms', parent: 'hall' };
    const draft = { ...resourceDraftOf(unit), pool: '', parent: '' };
    expect(changeOf(draft, unit)).toEqual({ pool: null, parent: null });
  });

  it('is none while its place cannot be read', () => {
    expect(changeOf({ ...resourceDraftOf(studio), position: 'eka' }, studio)).toBeUndefined();
    expect(newResourceOf({ ...newResource('room', 1), position: '' })).toBeUndefined();
  });

  it('has its name in the address until another is typed', () => {
    const draft = { ...newResource('camera', 1), name: { fi: 'Järjestelmäkamera', sv: '', en: '' } };
    expect(draftSlug(draft)).toBe('jarjestelmakamera');
    expect(newResourceOf({ ...draft, slug: 'kamera-1' })).toMatchObject({ slug: 'kamera-1', pool: null });
  });

  it('is a part of nothing that is itself, a part of it, or retired', () => {
    const all = [studio, part('kit', 'studio'), part('lens', 'kit'), part('hall', null), part('old', null, true)];
    expect(possibleWholes(all, 'studio').map(({ slug }) => slug)).toEqual(['hall']);
    expect(possibleWholes(all, 'lens').map(({ slug }) => slug)).toEqual(['studio', 'kit', 'hall']);
    expect(possibleWholes(all, undefined)).toHaveLength(4);
  });
});
