import { StartGrid } from './start-grid.js';
import { zoneOffsets } from './zone-time.js';

const helsinki = zoneOffsets('Europe/Helsinki');
const at = (text: string) => Date.parse(text);

describe('the start grid', () => {
  it('counts from midnight of the wall clock, not of UTC', () => {
    const everyOtherHour = new StartGrid(120, helsinki);
    const kathmandu = new StartGrid(30, zoneOffsets('Asia/Kathmandu'));
    expect(everyOtherHour.ceil(at('2026-07-13T06:00Z'))).toBe(at('2026-07-13T07:00Z'));
    expect(kathmandu.ceil(at('2026-07-13T06:00Z'))).toBe(at('2026-07-13T06:15Z'));
  });

  it('takes an instant that is on the grid as it is', () => {
    expect(new StartGrid(15, helsinki).ceil(at('2026-07-13T06:45Z'))).toBe(at('2026-07-13T06:45Z'));
  });

  it('refuses a start that is off by a second and a length that is no whole interval', () => {
    const grid = new StartGrid(15, helsinki);
    expect(grid.holds(at('2026-07-13T06:00Z'), at('2026-07-13T07:00Z'))).toBe(true);
    expect(grid.holds(at('2026-07-13T06:00:01Z'), at('2026-07-13T07:00:01Z'))).toBe(false);
    expect(grid.holds(at('2026-07-13T06:00Z'), at('2026-07-13T06:40Z'))).toBe(false);
  });
});
