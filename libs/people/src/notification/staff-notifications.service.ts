import { Injectable } from '@nestjs/common';
import type { ChooseNotifications, StaffNotifications } from '#libs/contracts';
import { Database, Problem } from '#libs/platform';
import { isStaffOf, type Viewer } from '../access/viewer.js';
import { RoleRepository } from '../roles/role.repository.js';
import { StaffNotificationRepository } from './staff-notification.repository.js';

/** What members of the staff want to be told by mail: each chooses alone, hub by hub. */
@Injectable()
export class StaffNotificationsService {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleRepository,
    private readonly notifications: StaffNotificationRepository,
  ) {}

  /** One entry for each hub in which somebody works. */
  async list({ accountId, roles }: Viewer): Promise<StaffNotifications[]> {
    return this.notifications.list(
      accountId,
      roles.map(({ hubId }) => hubId),
    );
  }

  /**
   * @param hubRef id or slug
   * @returns what is chosen now
   * @throws Problem `not_found`, `auth.forbidden` to whoever does not work there
   */
  async choose(hubRef: string, { topics }: ChooseNotifications, viewer: Viewer): Promise<StaffNotifications> {
    const hub = await this.roles.findHub(hubRef);
    if (hub === undefined) throw new Problem('not_found');
    if (!isStaffOf(viewer, hub.id)) throw new Problem('auth.forbidden');
    const { accountId } = viewer;
    await this.database.transaction((tx) => this.notifications.choose(tx, { accountId, hubId: hub.id }, topics));
    const [chosen] = await this.notifications.list(accountId, [hub.id]);
    if (chosen === undefined) throw new Problem('not_found');
    return chosen;
  }
}
