import { readIfMatch } from './entity-tag.js';

it.each([
  ['"3"', [3]],
  ['"3", "12"', [3, 12]],
  ['*', undefined],
  ['"1", *', undefined],
  ['W/"3"', []],
  ['"abc"', []],
  ['3', []],
  ['', []],
])('If-Match %s names the versions %j', (header, versions) => {
  expect(readIfMatch(header)).toEqual(versions);
});
