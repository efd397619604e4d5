import { Injectable } from '@nestjs/common';
import type { Note, WriteNote } from '#libs/contracts';
import { Clock, Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { isAdminOf, isStaffOf, type Viewer } from '../access/viewer.js';
import { RoleRepository } from '../roles/role.repository.js';
import { NoteRepository, type NoteRow } from './note.repository.js';

/** What the staff of a hub write down about somebody, for each other. The record says that they did, not what. */
@Injectable()
export class NoteService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roles: RoleRepository,
    private readonly notes: NoteRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  async add(accountId: string, { hub, text }: WriteNote, viewer: Viewer): Promise<Note> {
    const found = await this.roles.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    if (!isStaffOf(viewer, found.id)) throw new Problem('auth.forbidden');
    const draft = { hubId: found.id, accountId, authorId: viewer.accountId, text, now: this.clock.now() };
    const id = await this.database.transaction(async (tx) => {
      const id = await this.notes.insert(tx, draft);
      if (id === undefined) throw new Problem('not_found');
      record(tx, 'person.add-note', { viewer, accountId, hubId: found.id });
      return id;
    });
    return noteView(await this.find({ accountId, id }, viewer), viewer);
  }

  /** @throws Problem `not_found`, `auth.forbidden` when somebody else wrote it */
  async edit(of: { accountId: string; id: string }, text: string, viewer: Viewer): Promise<Note> {
    const note = await this.find(of, viewer);
    if (note.authorId !== viewer.accountId) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      await this.notes.update(tx, { id: note.id, text, now: this.clock.now() });
      record(tx, 'person.edit-note', { viewer, accountId: of.accountId, hubId: note.hubId });
    });
    return noteView(await this.find(of, viewer), viewer);
  }

  /** @throws Problem `not_found`, `auth.forbidden` to anybody but its author and the hub's administrators */
  async remove(of: { accountId: string; id: string }, viewer: Viewer): Promise<void> {
    const note = await this.find(of, viewer);
    const mayRemove = note.authorId === viewer.accountId || isAdminOf(viewer, note.hubId);
    if (!mayRemove) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      await this.notes.remove(tx, note.id);
      record(tx, 'person.delete-note', { viewer, accountId: of.accountId, hubId: note.hubId });
    });
  }

  private async find({ accountId, id }: { accountId: string; id: string }, { roles }: Viewer): Promise<NoteRow> {
    const hubIds = roles.map(({ hubId }) => hubId);
    const [note] = await this.notes.find({ accountId, hubIds, id });
    if (note === undefined) throw new Problem('not_found');
    return note;
  }
}

function record(tx: Transaction, action: AuditAction, of: { viewer: Viewer; accountId: string; hubId: string }): void {
  const subject = { subjectType: 'account' as const, subjectId: of.accountId, hubId: of.hubId };
  tx.record({ accountId: of.viewer.accountId, action, ...subject });
}

export function noteView({ id, hub, text, authorId, author, createdAt, updatedAt }: NoteRow, viewer: Viewer): Note {
  const isOwn = authorId === viewer.accountId;
  return { id, hub, text, author, isOwn, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
