import { TOTP } from 'otpauth';
import type { TotpSecret } from '#libs/contracts';
import type { RunningApi } from './running-api.js';

/**
 * Sets up an authenticator app for somebody who has no second factor yet.
 * @returns the app, and the cookie that takes the place of the one given
 */
export async function addAuthenticatorApp(api: RunningApi, cookie: string): Promise<{ app: TOTP; lifted: string }> {
  const path = '/api/v1/me/second-factors/totp';
  const { secret } = (await (await api.send('POST', path, {}, { cookie })).json()) as TotpSecret;
  const app = new TOTP({ secret });
  const response = await api.send('POST', `${path}/confirm`, { code: app.generate() }, { cookie });
  if (response.status !== 200) throw new Error(`the app was not taken: ${response.status}`);
  return { app, lifted: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
