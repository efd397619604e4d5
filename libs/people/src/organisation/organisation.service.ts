import { Injectable } from '@nestjs/common';
import type { AddOrganisation, ConfirmOrganisation, Organisation, OrganisationsQuery } from '#libs/contracts';
import { Clock, Database, Problem } from '#libs/platform';
import type { Viewer } from '../access/viewer.js';
import { MembershipRepository } from './membership.repository.js';
import { maySettle } from './may-settle.js';
import { OrganisationRepository } from './organisation.repository.js';

const pageSize = 50;

/** The town's organisations. People add theirs; staff see that it is one, and make one of two that are the same. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: OrganisationRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  /** What nobody has confirmed is seen by staff, by those who belong to it, and by whoever knows the whole name. */
  async search(
    { q, cursor }: OrganisationsQuery,
    { accountId, roles, isSystemAdmin }: Viewer,
  ): Promise<{ items: Organisation[]; nextCursor: string | null }> {
    const isStaff = isSystemAdmin === true || roles.length > 0;
    const wanted = { q: (q ?? '').trim(), accountId, isStaff, after: cursor, limit: pageSize + 1 };
    const rows = await this.organisations.search(wanted);
    const items = rows.slice(0, pageSize);
    return { items, nextCursor: rows.length > pageSize ? (items.at(-1)?.name ?? null) : null };
  }

  /**
   * Adds one, to which the person belongs from then on.
   * @throws Problem `organisation.exists`
   */
  async add({ name, kind }: AddOrganisation, { accountId }: Viewer): Promise<Organisation> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const added = await this.organisations.insert(tx, { name, kind, now });
      if (added === undefined) throw new Problem('organisation.exists');
      await this.memberships.join(tx, { accountId, organisationId: added.id, now });
      tx.record({ accountId, action: 'organisation.create', ...subject(added.id), details: { kind } });
      return added;
    });
  }

  /**
   * Confirms one, under another name or as another kind when it was written down wrongly. Where another organisation
   * has the name, that one remains, with the members of both.
   * @throws Problem `not_found`, `auth.forbidden` to whom it is not up to
   */
  async confirm(id: string, wanted: ConfirmOrganisation, viewer: Viewer): Promise<Organisation> {
    const { accountId } = viewer;
    return this.database.transaction(async (tx) => {
      const locked = await this.organisations.lock(tx, { id, name: wanted.name });
      const asked = locked.find((each) => each.id === id);
      if (asked === undefined) throw new Problem('not_found');
      const hubIds = await this.organisations.hubsOf(tx, id);
      if (!maySettle(viewer, { isConfirmed: asked.isConfirmed, hubIds })) throw new Problem('auth.forbidden');
      const other = locked.find((each) => each.id !== id);
      if (other !== undefined) {
        await this.organisations.merge(tx, { from: id, into: other.id });
        tx.record({ accountId, action: 'organisation.merge', ...subject(other.id), details: { merged: id } });
      }
      const remaining = other ?? asked;
      const { name = remaining.name, kind = remaining.kind } = wanted;
      if (!remaining.isConfirmed) tx.record({ accountId, action: 'organisation.confirm', ...subject(remaining.id) });
      const isChanged = name !== remaining.name || kind !== remaining.kind;
      if (isChanged) tx.record({ accountId, action: 'organisation.change', ...subject(remaining.id) });
      await this.organisations.confirm(tx, { id: remaining.id, name, kind, now: this.clock.now() });
      return { id: remaining.id, name, kind, isConfirmed: true };
    });
  }

  /**
   * The person says to belong to it; saying so twice is saying so once.
   * @throws Problem `not_found`
   */
  async join(organisationId: string, { accountId }: Viewer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { exists, isNew } = await this.memberships.join(tx, { accountId, organisationId, now: this.clock.now() });
      if (!exists) throw new Problem('not_found');
      if (isNew) tx.record({ accountId, action: 'organisation.join', ...subject(organisationId) });
    });
  }

  /** Whoever does not belong to it has left already. */
  async leave(organisationId: string, { accountId }: Viewer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const hasLeft = await this.memberships.leave(tx, { accountId, organisationId });
      if (hasLeft) tx.record({ accountId, action: 'organisation.leave', ...subject(organisationId) });
    });
  }
}

function subject(id: string) {
  return { subjectType: 'organisation' as const, subjectId: id };
}
