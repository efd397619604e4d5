import { Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { Config, Problem, type OidcSettings } from '#libs/platform';
import { providerRefusal } from './provider-refusal.js';

const timeoutSeconds = 5;

/** What one sign-in must remember between leaving for the provider and coming back. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** What the provider says about a person, before anything of it is believed. */
export type ProviderClaims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

/**
 * The town's identity provider. It is asked about itself at the first sign-in, not before: the hub starts without it.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth
 */
@Injectable()
export class ProviderClient {
  private readonly logger = new Logger(ProviderClient.name);
  private readonly redirectUri: string;
  private discovered: Promise<client.Configuration> | undefined;

  constructor(private readonly config: Config) {
    this.redirectUri = new URL('/api/v1/auth/oidc/callback', config.publicUrl).href;
  }

  /**
   * @returns where to send the browser, and what to remember until it comes back
   * @throws Problem `not_found` when there is no provider, `auth.provider_unavailable`
   */
  async begin(): Promise<{ address: URL; secrets: SignInSecrets }> {
    const { scope } = this.settings();
    const configuration = await this.discover();
    const secrets = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { address, secrets };
  }

  /**
   * @param query with which the provider sent the browser back, `?` included
   * @throws Problem when the provider refused, or when its answer does not belong to these secrets
   */
  async finish(query: string, secrets: SignInSecrets): Promise<ProviderClaims> {
    this.settings();
    const configuration = await this.discover();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, new URL(this.redirectUri + query), {
        pkceCodeVerifier: secrets.codeVerifier,
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider sent no ID token');
      // Many providers tell the address and the groups only here.
      const more: Readonly<Record<string, unknown>> =
        configuration.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      // An address counts together with what the same source says about it.
      const { email, email_verified } = 'email' in more ? more : (claims as Readonly<Record<string, unknown>>);
      return { ...more, ...claims, email, email_verified };
    } catch (error) {
      throw this.refuse(error);
    }
  }

  private settings(): OidcSettings {
    if (this.config.oidc === undefined) throw new Problem('not_found');
    return this.config.oidc;
  }

  /** Asked once; again only after a failure. */
  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings();
    this.discovered ??= client.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      clientSecret === undefined ? client.None() : undefined,
      {
        timeout: timeoutSeconds,
        // Only a provider on this machine may be without TLS; the settings see to it.
        execute: issuer.startsWith('http://') ? [client.allowInsecureRequests] : [],
      },
    );
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.logger.warn(`the identity provider ${issuer} cannot be reached: ${describe(error)}`);
      throw new Problem('auth.provider_unavailable', { cause: error });
    }
  }

  private refuse(error: unknown): Problem {
    const code = providerRefusal(error);
    if (code !== 'auth.provider_denied')
      this.logger.warn(`sign-in by the identity provider failed: ${describe(error)}`);
    return new Problem(code, { cause: error });
  }
}

/** What whoever set the provider up must know; the libraries put the reason into the cause. */
function describe(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } };
  return [message ?? String(error), cause?.code, cause?.message].filter((part) => part !== undefined).join(': ');
}
