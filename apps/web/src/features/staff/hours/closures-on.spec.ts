import { closuresOn } from './closures-on.js';

const zone = 'Europe/Helsinki';
const id = '0192f0c1-0000-7000-8000-000000000001';
const closure = { id, from: '2026-11-23T10:00:00Z', to: '2026-11-24T22:00:00Z', reason: 'Putkirikko' };

describe('the closures of a day', () => {
  it.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2026-11-24', 1],
    ['2026-11-25', 0],
  ])('on %s are %s, one until midnight ending with its day', (day, count) => {
    expect(closuresOn(day, [closure], zone)).toHaveLength(count);
  });
});
