import { safeNext } from './safe-next.js';

describe('safeNext', () => {
  it('goes on to a page of ours', () => {
    expect(safeNext('/prints/new')).toBe('/prints/new');
  });

  it.each([null, 'https://evil.example', '//evil.example', '/\\evil.example', 'prints'])(
    'goes to the front page instead of %p',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
});
