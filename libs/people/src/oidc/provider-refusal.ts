import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { ProblemCode } from '#libs/contracts';

const away = ['temporarily_unavailable', 'server_error'];
const serverFault = 500;

/**
 * What went wrong with the provider, in our words.
 * @param error of openid-client, or of the network below it
 */
export function providerRefusal(error: unknown): ProblemCode {
  if (error instanceof AuthorizationResponseError) {
    if (away.includes(error.error)) return 'auth.provider_unavailable';
    return error.error === 'access_denied' ? 'auth.provider_denied' : 'auth.provider_rejected';
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= serverFault) return 'auth.provider_unavailable';
    // The code was used already, or it lay around for too long.
    return error.error === 'invalid_grant' ? 'auth.sign_in_expired' : 'auth.provider_rejected';
  }
  if (error instanceof ClientError) {
    return error.code === 'OAUTH_TIMEOUT' ? 'auth.provider_unavailable' : 'auth.provider_rejected';
  }
  // What fetch itself throws when nobody answers.
  return error instanceof TypeError ? 'auth.provider_unavailable' : 'auth.provider_rejected';
}
