import { countsForPerson, usedShare } from './filament-use.js';

describe('the filament of a print', () => {
  it.each([
    ['all of it, by its file, when it is finished', { to: 'completed', progress: 0.98 }, { share: 1, source: 'file' }],
    ['as much as was seen when it was stopped', { to: 'cancelled', progress: 0.3 }, { share: 0.3, source: 'progress' }],
    ['as much as was seen when it failed', { to: 'failed', progress: 0.3 }, { share: 0.3, source: 'progress' }],
    ['nothing when nothing was seen', { to: 'failed', progress: null }, { share: 0, source: 'progress' }],
    ['never more than all of it', { to: 'failed', progress: 1.2 }, { share: 1, source: 'progress' }],
  ] as const)('is %s', (_rule, end, used) => {
    expect(usedShare({ cause: null, ...end })).toEqual(used);
  });

  it.each([
    ['a finished print', { to: 'completed', cause: null }, true],
    ['a print that somebody stopped', { to: 'cancelled', cause: null }, true],
    ['a print that its file spoiled', { to: 'failed', cause: 'file' }, true],
    ['a print that its owner spoiled', { to: 'failed', cause: 'person' }, true],
    ['a fault of the machine', { to: 'failed', cause: 'machine' }, false],
    ['a power cut', { to: 'failed', cause: 'power' }, false],
    ['an empty spool', { to: 'failed', cause: 'material' }, false],
    ['a failure without a cause', { to: 'failed', cause: null }, false],
  ] as const)('of %s counts for the person: %#', (_case, end, counts) => {
    expect(countsForPerson({ progress: 0.5, ...end })).toBe(counts);
  });
});
