import { deviceOf } from './device-of.js';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
const phone =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const tablet =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

describe('a device', () => {
  it.each([
    [windows, { browser: 'Firefox', system: 'Windows', kind: 'computer' }],
    [phone, { browser: 'Chrome', system: 'Android', kind: 'phone' }],
    [tablet, { browser: 'Safari', system: 'iOS', kind: 'tablet' }],
  ])('is known by %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toEqual(device);
  });

  it.each([null, '', '(((', '\u202e', 'x'.repeat(400)])('stays unknown when it says %p', (userAgent) => {
    expect(deviceOf(userAgent)).toMatchObject({ system: null, kind: null });
  });
});
