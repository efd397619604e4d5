import { Injectable } from '@nestjs/common';
import type { AuditEntryView, AuditQuery, Locale } from '#libs/contracts';
import { describeAction, Problem, systemName } from '#libs/platform';
import { isAdminOf, isStaffOf, type Viewer } from '../access/viewer.js';
import { RoleRepository } from '../roles/role.repository.js';
import { AuditReader, type AuditRow } from './audit-reader.repository.js';

const pageSize = 50;

/** The record of who did what. Staff look at what happened to a thing of their hub, administrators at the whole hub. */
@Injectable()
export class AuditService {
  constructor(
    private readonly roles: RoleRepository,
    private readonly entries: AuditReader,
  ) {}

  /**
   * Two queries at the most.
   * @throws Problem `not_found` when there is no such hub, `auth.forbidden`
   */
  async list(
    query: AuditQuery,
    { viewer, locale }: { viewer: Viewer; locale: Locale },
  ): Promise<{ items: AuditEntryView[]; nextCursor: string | null }> {
    const { subjectType: type, subjectId: id, cursor: after } = query;
    const subject = type === undefined ? undefined : { type, id };
    const hubIds = await this.hubsFor(viewer, { hub: query.hub, isOfOneThing: id !== undefined });
    const rows = await this.entries.find({ hubIds, subject, after, limit: pageSize + 1, locale });
    const items = rows.slice(0, pageSize).map((row) => entryView(row, locale));
    return { items, nextCursor: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
  }

  private async hubsFor(
    viewer: Viewer,
    { hub, isOfOneThing }: { hub: string | undefined; isOfOneThing: boolean },
  ): Promise<string[] | undefined> {
    const mayRead = (hubId: string) =>
      viewer.isSystemAdmin === true || (isOfOneThing ? isStaffOf(viewer, hubId) : isAdminOf(viewer, hubId));
    if (hub !== undefined) {
      const found = await this.roles.findHub(hub);
      if (found === undefined) throw new Problem('not_found');
      if (!mayRead(found.id)) throw new Problem('auth.forbidden');
      return [found.id];
    }
    if (viewer.isSystemAdmin === true) return undefined;
    const hubIds = viewer.roles.map(({ hubId }) => hubId).filter(mayRead);
    if (hubIds.length === 0) throw new Problem('auth.forbidden');
    return hubIds;
  }
}

function entryView({ at, accountId, displayName, subject, ...entry }: AuditRow, locale: Locale): AuditEntryView {
  return {
    ...entry,
    at: at.toISOString(),
    by: { id: accountId, name: displayName ?? systemName[locale] },
    text: describeAction(entry.action, locale),
    subject: subject && { ...subject, startsAt: subject.startsAt?.toISOString() ?? null },
  };
}
