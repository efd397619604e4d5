import { Injectable } from '@nestjs/common';
import type { HubRole } from '#libs/contracts';
import { Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { RoleRepository, type RoleAssignment } from './role.repository.js';
import { isAdminOf, type Viewer } from '../access/viewer.js';

/** Whose role in which hub. */
export interface RoleOf {
  readonly accountId: string;
  /** Id or slug. */
  readonly hub: string;
  readonly role: HubRole;
}

/** Administrators say who works in their hub. What somebody may do is looked up at each request, so it holds at once. */
@Injectable()
export class RoleService {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleRepository,
  ) {}

  /**
   * Gives somebody a role; giving it twice is giving it once.
   * @throws Problem `not_found`, `auth.forbidden`, `role.own` when it would be one's own
   */
  async grant(of: RoleOf, viewer: Viewer): Promise<void> {
    const assignment = await this.resolve(of, viewer);
    if (of.accountId === viewer.accountId) throw new Problem('role.own');
    await this.database.transaction(async (tx) => {
      if (!(await this.roles.hasAccount(tx, of.accountId))) throw new Problem('not_found');
      if (await this.roles.grant(tx, assignment)) record(tx, 'role.grant', { assignment, viewer });
    });
  }

  /**
   * Takes a role away, also one's own.
   * @throws Problem `not_found` also when the person does not have it, `auth.forbidden`, `role.last_admin`
   */
  async revoke(of: RoleOf, viewer: Viewer): Promise<void> {
    const assignment = await this.resolve(of, viewer);
    await this.database.transaction(async (tx) => {
      await this.roles.lockHub(tx, assignment.hubId);
      if (!(await this.roles.revoke(tx, assignment))) throw new Problem('not_found');
      const isLast = of.role === 'admin' && !(await this.roles.hasOtherAdmin(tx, assignment));
      if (isLast) throw new Problem('role.last_admin');
      record(tx, 'role.revoke', { assignment, viewer });
    });
  }

  private async resolve({ accountId, hub, role }: RoleOf, viewer: Viewer): Promise<RoleAssignment> {
    const found = await this.roles.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    if (!isAdminOf(viewer, found.id)) throw new Problem('auth.forbidden');
    return { accountId, hubId: found.id, role };
  }
}

function record(
  tx: Transaction,
  action: AuditAction,
  { assignment: { accountId, hubId, role }, viewer }: { assignment: RoleAssignment; viewer: Viewer },
): void {
  const subject = { subjectType: 'account' as const, subjectId: accountId };
  tx.record({ accountId: viewer.accountId, action, ...subject, hubId, details: { role } });
}
