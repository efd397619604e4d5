import { Injectable } from '@nestjs/common';
import type { GuardianConsent, MissingConsent, MyGuardianConsents } from '#libs/contracts';
import { Clock, Problem } from '#libs/platform';
import { isStaffOf, type Viewer } from '../access/viewer.js';
import { RoleRepository } from '../roles/role.repository.js';
import type { GuardianStatus } from '../rules/guardian-link.js';
import { isUnderAge } from '../rules/under-age.js';
import { GuardianConsentRepository, type ConsentRow } from './guardian-consent.repository.js';

/** Where the consents of guardians stand, for those they are about and for staff. */
@Injectable()
export class GuardianConsents {
  constructor(
    private readonly clock: Clock,
    private readonly roles: RoleRepository,
    private readonly consents: GuardianConsentRepository,
  ) {}

  /** Two queries. */
  async own({ accountId }: Viewer): Promise<MyGuardianConsents> {
    const now = this.clock.now();
    const age = (await this.consents.ageOf(accountId)) ?? { birthDate: null, ageGroup: null };
    const rows = await this.consents.newest({ accountId });
    return {
      items: rows.map((row) => consentView(row, now)),
      nextCursor: null,
      isUnderAge: isUnderAge(age, now.toISOString().slice(0, 10)),
    };
  }

  /** One query. */
  async of(person: { accountId: string; hubIds: readonly string[] }): Promise<GuardianConsent[]> {
    const now = this.clock.now();
    return (await this.consents.newest(person)).map((row) => consentView(row, now));
  }

  /**
   * Those of a hub who were asked about and have no consent; two queries.
   * @returns with the hub, for looking at what they have booked
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async missing(
    hub: string,
    viewer: Viewer,
  ): Promise<{ hubId: string; people: Omit<MissingConsent, 'comingBookings'>[] }> {
    const found = await this.roles.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    if (!isStaffOf(viewer, found.id)) throw new Problem('auth.forbidden');
    const now = this.clock.now();
    const rows = await this.consents.missing(found.id);
    const people = rows.map(({ person, since, ...row }) => ({
      person,
      state: stateOf(row, now),
      since: since.toISOString(),
    }));
    return { hubId: found.id, people };
  }
}

function consentView({ status, askedAt, answeredAt, withdrawnAt, expiresAt, ...row }: ConsentRow, now: Date) {
  return {
    ...row,
    state: stateOf({ status, expiresAt }, now),
    askedAt: askedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

function stateOf(
  { status, expiresAt }: { status: GuardianStatus; expiresAt: Date | null },
  now: Date,
): GuardianConsent['state'] {
  if (status === 'replaced') return 'expired';
  return status === 'asked' && expiresAt !== null && expiresAt <= now ? 'expired' : status;
}
