import { trustProxy } from './trust-proxy.js';

describe('TRUST_PROXY', () => {
  it.each([
    ['false', false],
    ['10.0.0.7', ['10.0.0.7']],
    ['loopback, 10.0.0.0/8,fd00::/8', ['loopback', '10.0.0.0/8', 'fd00::/8']],
  ])('understands %p', (text, value) => {
    expect(trustProxy.parse(text)).toEqual(value);
  });

  it.each(['true', '*', '1', '10.0.0.0/33', '10.0.0', 'proxy.example', '10.0.0.1,', '10.0.0.1/8/8'])(
    'refuses %p, which would believe too many or nobody knows whom',
    (text) => {
      expect(trustProxy.safeParse(text).success).toBe(false);
    },
  );
});
