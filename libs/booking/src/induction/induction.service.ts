import { Injectable } from '@nestjs/common';
import type { GrantInduction, Induction, InductionQuery } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { InductionRepository, type InductionRow } from './induction.repository.js';
import { PlaceRepository } from '../hub/place.repository.js';

/** Says who has been shown how to use what: the gate before everything whose policy names an induction. */
@Injectable()
export class InductionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly inductions: InductionRepository,
  ) {}

  /** The person's own, in every hub. */
  async own({ accountId }: Viewer): Promise<Induction[]> {
    return (await this.inductions.find(this.database, { accountId })).map(inductionView);
  }

  /** Somebody's, in these hubs. */
  async of({ accountId, hubIds }: { accountId: string; hubIds: readonly string[] }): Promise<Induction[]> {
    return (await this.inductions.find(this.database, { accountId, hubIds })).map(inductionView);
  }

  /**
   * A hub's, for its staff.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async list(hub: string, { kind, person }: InductionQuery, viewer: Viewer): Promise<Induction[]> {
    const hubId = await this.hubOfStaff(hub, viewer);
    return (await this.inductions.find(this.database, { hubIds: [hubId], kind, accountId: person })).map(inductionView);
  }

  /**
   * @throws Problem `not_found` also when nobody has this id or address, `auth.forbidden`
   */
  async grant(hub: string, { person, kind, expiresAt }: GrantInduction, viewer: Viewer): Promise<Induction> {
    const hubId = await this.hubOfStaff(hub, viewer);
    const to = { hubId, kind, people: [person], expiresAt };
    const [granted] = await this.database.transaction((tx) => this.grantAll(tx, to, viewer));
    if (granted === undefined) throw new Problem('not_found');
    return granted;
  }

  /**
   * Grants one kind to several people, each with an entry in the record.
   * @returns what was granted; nobody who does not exist
   */
  async grantAll(
    tx: Transaction,
    to: { hubId: string; kind: string; people: readonly string[]; expiresAt: string | undefined },
    viewer: Viewer,
  ): Promise<Induction[]> {
    const { kind } = to;
    const expiresAt = to.expiresAt === undefined ? null : new Date(to.expiresAt);
    const grant = { ...to, expiresAt, by: viewer.accountId, now: this.clock.now() };
    const ids = await this.inductions.grant(tx, grant);
    const granted = await this.inductions.find(tx, { ids });
    for (const row of granted) record(tx, { action: 'induction.grant', viewer, subjectId: row.accountId, kind });
    return granted.map(inductionView);
  }

  /**
   * Takes an induction back; bookings that are there stay.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async revoke(hub: string, id: string, viewer: Viewer): Promise<void> {
    const hubId = await this.hubOfStaff(hub, viewer);
    await this.database.transaction(async (tx) => {
      const revoked = await this.inductions.revoke(tx, { id, hubId });
      if (revoked === undefined) throw new Problem('not_found');
      record(tx, { action: 'induction.revoke', viewer, subjectId: revoked.accountId, kind: revoked.kind });
    });
  }

  private async hubOfStaff(hub: string, viewer: Viewer): Promise<string> {
    const { id } = await this.places.hub(hub);
    if (!isStaffOf(viewer, id)) throw new Problem('auth.forbidden');
    return id;
  }
}

function record(
  tx: Transaction,
  { action, viewer, subjectId, kind }: { action: AuditAction; viewer: Viewer; subjectId: string; kind: string },
): void {
  tx.record({ accountId: viewer.accountId, action, subjectType: 'account', subjectId, details: { kind } });
}

function inductionView({ grantedAt, expiresAt, lapsesAt, accountId, displayName, ...row }: InductionRow): Induction {
  return {
    ...row,
    grantedAt: grantedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lapsesAt: lapsesAt?.toISOString() ?? null,
    person: { id: accountId, displayName },
  };
}
