import { sessionCookieFor } from './session-cookie.js';

describe('the session cookie', () => {
  it('is tied to its host and to HTTPS wherever the hub is reached over HTTPS', () => {
    expect(sessionCookieFor('https://hub.example')).toEqual({
      name: '__Host-session',
      options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true },
    });
  });

  it('works on a hub without HTTPS, out of reach of scripts and of other sites', () => {
    expect(sessionCookieFor('http://127.0.0.1:3000')).toEqual({
      name: 'session',
      options: { path: '/', httpOnly: true, sameSite: 'lax', secure: false },
    });
  });
});
