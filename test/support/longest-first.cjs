const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take minutes, the longest first. Jest knows on its own only how long a file took on this machine before,
 * and on a new one begins with the largest: one of these would then be what everything waits for in the end.
 */
const long = [
  'test/browser/web-app.spec.ts',
  'apps/api/src/http/schema-fuzz.int.spec.ts',
  'apps/api/src/http/route-walk.int.spec.ts',
];

const placeOf = ({ path }) => {
  const place = long.findIndex((file) => path.endsWith(file));
  return place < 0 ? long.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
};
