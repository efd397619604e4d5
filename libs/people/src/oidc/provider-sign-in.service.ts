import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Clock, Config, Database, Problem, type Transaction } from '#libs/platform';
import { AccountRepository } from '../account/account.repository.js';
import { personOf, rolesOf, type ProviderPerson } from '../rules/provider-person.js';
import { SessionsService, type NewSession } from '../sign-in/sessions.service.js';
import { ProviderIdentityRepository } from './provider-identity.repository.js';
import type { ProviderClaims } from './provider-client.js';

/** Signing in by the town's own identity provider. */
@Injectable()
export class ProviderSignInService {
  constructor(
    private readonly database: Database,
    private readonly identities: ProviderIdentityRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session for whom the provider vouches for: the account that its subject belongs to, or else the one of the
   * verified address. The roles that groups give are set anew each time.
   * @throws Problem `auth.email_unverified` when neither is there
   */
  async signIn(claims: ProviderClaims, locale: Locale, userAgent?: string): Promise<NewSession> {
    const { oidc } = this.config;
    if (oidc === undefined) throw new Problem('not_found');
    const opened = await this.database.transaction(async (tx) => {
      const accountId = await this.accountOf(tx, personOf(claims), locale);
      // Without a map the provider says who somebody is, and people say what they may do.
      if (oidc.roleMap.length > 0) await this.applyRoles(tx, accountId, claims[oidc.groupsClaim]);
      return this.sessions.open(tx, { accountId, locale, userAgent });
    });
    return this.sessions.describe(opened);
  }

  private async accountOf(
    tx: Transaction,
    { issuer, subject, verifiedEmail, name }: ProviderPerson,
    locale: Locale,
  ): Promise<string> {
    const now = this.clock.now();
    const known = await this.identities.findAccount(tx, { issuer, subject, now });
    if (known !== undefined) return known;
    if (verifiedEmail === undefined) throw new Problem('auth.email_unverified');
    const accountId = await this.accounts.findOrCreate(tx, { email: verifiedEmail, name, locale, now });
    await this.identities.tie(tx, { issuer, subject, accountId, now });
    tx.record({ accountId, action: 'account.tie-provider', subjectType: 'account', subjectId: accountId });
    return accountId;
  }

  private async applyRoles(tx: Transaction, accountId: string, groups: unknown): Promise<void> {
    const roles = rolesOf(groups, this.config.oidc?.roleMap ?? []);
    const { given, taken } = await this.identities.replaceRoles(tx, accountId, roles);
    if (given + taken === 0) return;
    const details = { roles: roles.map(({ role, hub }) => `${role}@${hub}`) };
    tx.record({
      accountId: null,
      action: 'person.set-provider-roles',
      subjectType: 'account',
      subjectId: accountId,
      details,
    });
  }
}
