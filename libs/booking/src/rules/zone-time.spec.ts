import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { zoneOffsets } from './zone-time.js';

const zones = ['Europe/Helsinki', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC'];
const transitions = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T05:30Z', '2026-04-04T15:00Z'].map(
  Date.parse,
);
const hourMs = 3_600_000;

describe('the offsets of a zone', () => {
  it('are those of the zone at every instant, around changes of the clock as well', () => {
    const around = fc
      .tuple(fc.constantFrom(...transitions), fc.integer({ min: -30 * hourMs, max: 30 * hourMs }))
      .map(([transition, distance]) => transition + distance);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.array(around, { maxLength: 10 }), (zone, instants) => {
        const offsetAt = zoneOffsets(zone);
        for (const instant of instants) {
          const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
          expect(offsetAt(instant)).toBe(zoned.offsetNanoseconds / 1e6);
        }
      }),
    );
  });
});
