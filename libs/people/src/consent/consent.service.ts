import { Injectable } from '@nestjs/common';
import type { Locale, MyConsents, Terms } from '#libs/contracts';
import { Clock, Database, Problem } from '#libs/platform';
import { ConsentRepository } from './consent.repository.js';
import { currentTermsVersion, termsTexts } from './terms.js';
import type { Viewer } from '../access/viewer.js';

/** The terms of the hub and the privacy notice, and who has agreed to them. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
  ) {}

  current(locale: Locale): Terms {
    return { version: currentTermsVersion, locale, ...termsTexts[locale] };
  }

  async list(viewer: Viewer): Promise<MyConsents> {
    const rows = await this.consents.list(viewer.accountId);
    return {
      currentVersion: currentTermsVersion,
      isCurrent: rows.some(({ version }) => version === currentTermsVersion),
      items: rows.map((row) => ({ ...row, agreedAt: row.agreedAt.toISOString() })),
    };
  }

  /**
   * @param version that the person has read
   * @throws Problem `consent.outdated` when there is a newer one
   */
  async agree(viewer: Viewer, version: string, locale: Locale): Promise<MyConsents> {
    if (version !== currentTermsVersion) throw new Problem('consent.outdated');
    const consent = { accountId: viewer.accountId, version, locale, now: this.clock.now() };
    await this.database.transaction((tx) => this.consents.agree(tx, consent));
    return this.list(viewer);
  }
}
