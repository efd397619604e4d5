import type { Hub, Policy, PolicyLayer, PolicyLayerList } from '#libs/contracts';
import { inheritedFrom, inheritedValue, isOwn, policyLevels } from './policy-levels.js';

const defaults = { maxDurationMinutes: 240, minAge: 13 } as Policy;
const layer = (scope: PolicyLayer['scope'], target: string, overrides: Partial<Policy> = {}): PolicyLayer => ({
  scope,
  target,
  overrides,
  policy: { ...defaults, ...overrides },
  version: 1,
});
const list = (...items: PolicyLayer[]): PolicyLayerList => ({ defaults, items, nextCursor: null });
const known = {
  hub: { name: 'Keskus', pools: [{ slug: 'pc', name: 'Tietokone', category: 'computer' }] as Hub['pools'] },
  resources: [
    { slug: 'pc-1', name: 'Tietokone 1', category: 'computer', pool: 'pc' },
    { slug: 'studio', name: 'Studio', category: 'room', pool: null },
  ] as const,
  categoryName: (category: string) => `luokka ${category}`,
};
const everything = list(
  layer('hub', 'lakeside', { maxDurationMinutes: 180 }),
  layer('category', 'computer', { minAge: null }),
  layer('category', 'room'),
  layer('pool', 'pc', { maxDurationMinutes: 120 }),
  layer('resource', 'pc-1', { maxDurationMinutes: 60 }),
  layer('resource', 'studio'),
  layer('resource', 'retired'),
);
const levels = policyLevels(everything, known);
const of = (target: string) => levels.find((level) => level.layer.target === target)!;

describe('the levels of a hub’s rules', () => {
  it('are named as people know them, without what is no longer there', () => {
    expect(levels.map(({ name }) => name)).toEqual([
      'Keskus',
      'luokka computer',
      'luokka room',
      'Tietokone',
      'Tietokone 1',
      'Studio',
    ]);
  });

  it('inherit from the nearest above that says something, and from the defaults when none does', () => {
    expect(isOwn(of('pc-1'), 'maxDurationMinutes')).toBe(true);
    expect(inheritedFrom(of('pc-1'), 'maxDurationMinutes')?.name).toBe('Tietokone');
    expect(inheritedValue(of('pc-1'), 'maxDurationMinutes', defaults)).toBe(120);
    expect(inheritedFrom(of('studio'), 'maxDurationMinutes')?.name).toBe('Keskus');
    expect(inheritedFrom(of('lakeside'), 'maxDurationMinutes')).toBeUndefined();
    expect(inheritedValue(of('lakeside'), 'maxDurationMinutes', defaults)).toBe(240);
  });

  it('take "no such rule" for a rule', () => {
    expect(inheritedFrom(of('pc-1'), 'minAge')?.name).toBe('luokka computer');
    expect(inheritedValue(of('pc-1'), 'minAge', defaults)).toBeNull();
    expect(inheritedValue(of('studio'), 'minAge', defaults)).toBe(13);
  });
});
