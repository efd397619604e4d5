import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Clock, Database, Problem } from '#libs/platform';
import { AccountRepository } from '../account/account.repository.js';
import { SessionsService, type NewSession } from './sessions.service.js';
import { SignInCodes, type CodeHolder } from './sign-in-codes.service.js';
import type { Viewer } from '../access/viewer.js';

/** Signing in by a code sent to the person's address. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly codes: SignInCodes,
    private readonly sessions: SessionsService,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a six-digit code. The answer is the same whether the address has an account or not.
   * @returns when the code stops working
   * @throws Problem `auth.too_many_attempts`
   */
  requestCode(email: string, locale: Locale): Promise<Date> {
    return this.codes.send(email, locale);
  }

  /**
   * Opens a session for whoever knows the code; the first time, an account with it.
   * @param holder with the language of an account that is made now, and the browser's name for itself
   * @throws Problem `auth.code_invalid` or `auth.too_many_attempts`
   */
  async signIn(holder: CodeHolder & { locale: Locale; userAgent?: string | undefined }): Promise<NewSession> {
    if (!(await this.codes.spend(holder))) throw new Problem('auth.code_invalid');
    const { email, locale, userAgent } = holder;
    const opened = await this.database.transaction(async (tx) => {
      const accountId = await this.accounts.findOrCreate(tx, { email, locale, now: this.clock.now() });
      return this.sessions.open(tx, { accountId, locale, userAgent });
    });
    return this.sessions.describe(opened);
  }

  signOut(viewer: Viewer): Promise<void> {
    return this.sessions.end(viewer);
  }
}
