import { hideSecrets } from './hide-secrets.js';

describe('a line of the log', () => {
  it.each([
    ['postgres://hub:pa:ss@word@db:5432/hub is away', 'postgres://hub:***@db:5432/hub is away'],
    ['connect redis://:hunter2@127.0.0.1:1', 'connect redis://:***@127.0.0.1:1'],
    ['mqtts://u:p@b, smtp://u:p@m:587', 'mqtts://u:***@b, smtp://u:***@m:587'],
    ['cookie: __Host-session=abc-DEF_1; x=1', 'cookie: __Host-session=***; x=1'],
    ['Authorization: Bearer dk_abc', 'Authorization: Bearer ***'],
    ['GET /bookings/calendar.ics?token=abc&x=1', 'GET /bookings/calendar.ics?token=***&x=1'],
    ['a plain line about https://hub.example/path at 10:00', 'a plain line about https://hub.example/path at 10:00'],
  ])('holds nothing that opens a door: %s', (text, shown) => {
    expect(hideSecrets(text)).toBe(shown);
  });

  it('holds no value that is known to be secret, wherever it stands', () => {
    expect(hideSecrets('key=topsecret!', ['topsecret'])).toBe('key=***!');
  });
});
