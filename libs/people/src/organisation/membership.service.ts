import { Injectable } from '@nestjs/common';
import type { PendingMembership, PendingOrganisation } from '#libs/contracts';
import { Clock, Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { isStaffOf, type Viewer } from '../access/viewer.js';
import { RoleRepository } from '../roles/role.repository.js';
import { MembershipRepository, type Membership } from './membership.repository.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Staff see to it that people belong where they say they do. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roles: RoleRepository,
    private readonly organisations: OrganisationRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  async pendingOrganisations(hub: string, viewer: Viewer): Promise<PendingOrganisation[]> {
    return this.organisations.pending(await this.ownHub(hub, viewer));
  }

  /** @throws Problem `not_found`, `auth.forbidden` */
  async pending(hub: string, viewer: Viewer): Promise<PendingMembership[]> {
    const rows = await this.memberships.pending(await this.ownHub(hub, viewer));
    return rows.map(({ askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() }));
  }

  /**
   * Confirming twice is confirming once.
   * @throws Problem `not_found` also when the person has nothing to do with the viewer's hubs
   */
  async confirm(membership: Membership, viewer: Viewer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const hubId = await this.hubFor(tx, membership, viewer);
      const isNew = await this.memberships.confirm(tx, { ...membership, now: this.clock.now() });
      if (isNew) record(tx, 'organisation.confirm-member', { ...membership, hubId, viewer });
    });
  }

  /** @throws Problem `not_found` also when the person has nothing to do with the viewer's hubs */
  async remove(membership: Membership, viewer: Viewer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const hubId = await this.hubFor(tx, membership, viewer);
      await this.memberships.leave(tx, membership);
      record(tx, 'organisation.remove-member', { ...membership, hubId, viewer });
    });
  }

  private async hubFor(tx: Transaction, membership: Membership, { roles }: Viewer): Promise<string> {
    const hubIds = roles.map(({ hubId }) => hubId);
    const hubId = await this.memberships.hubFor(tx, { ...membership, hubIds });
    if (hubId === undefined) throw new Problem('not_found');
    return hubId;
  }

  private async ownHub(hub: string, viewer: Viewer): Promise<string> {
    const found = await this.roles.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    if (!isStaffOf(viewer, found.id)) throw new Problem('auth.forbidden');
    return found.id;
  }
}

function record(tx: Transaction, action: AuditAction, of: Membership & { hubId: string; viewer: Viewer }): void {
  const subject = { subjectType: 'account' as const, subjectId: of.accountId, hubId: of.hubId };
  tx.record({ accountId: of.viewer.accountId, action, ...subject, details: { organisation: of.organisationId } });
}
