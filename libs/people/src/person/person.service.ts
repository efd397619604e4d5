import { Injectable } from '@nestjs/common';
import { ageGroupSchema, type PeopleQuery, type PersonFile, type PersonSummary } from '#libs/contracts';
import { Clock, Problem } from '#libs/platform';
import type { Viewer } from '../access/viewer.js';
import { GuardianConsents } from '../guardian/guardian-consents.service.js';
import { NoteRepository } from '../note/note.repository.js';
import { noteView } from '../note/note.service.js';
import { readCursor, writeCursor } from './person-cursor.js';
import { PersonReader } from './person-reader.repository.js';

const pageSize = 50;

/** People as staff see them, in the hubs where they work. */
@Injectable()
export class PersonService {
  constructor(
    private readonly clock: Clock,
    private readonly people: PersonReader,
    private readonly notes: NoteRepository,
    private readonly guardians: GuardianConsents,
  ) {}

  /**
   * One query.
   * @throws Problem `request.invalid` when the cursor is not one
   */
  async search(
    { q, cursor }: PeopleQuery,
    viewer: Viewer,
  ): Promise<{ items: PersonSummary[]; nextCursor: string | null }> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const wanted = { hubIds: hubIdsOf(viewer), q: (q ?? '').trim(), now: this.clock.now(), after, limit: pageSize + 1 };
    const rows = await this.people.search(wanted);
    const items = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? items.at(-1) : undefined;
    return { items, nextCursor: last === undefined ? null : writeCursor(last) };
  }

  /**
   * Three queries.
   * @throws Problem `not_found` also when the person has nothing to do with the viewer's hubs
   */
  async find(accountId: string, viewer: Viewer): Promise<PersonFile> {
    const of = { accountId, hubIds: hubIdsOf(viewer) };
    const row = await this.people.find({ ...of, now: this.clock.now() });
    if (row === undefined) throw new Problem('not_found');
    const { birthDate, createdAt, ageGroup, blocks, ...person } = row;
    const notes = await this.notes.find(of);
    return {
      ...person,
      ageGroup: ageGroup === null ? null : ageGroupSchema.parse(ageGroup),
      age: { birthDate },
      guardianConsents: await this.guardians.of(of),
      createdAt: createdAt.toISOString(),
      blocks: blocks.map(({ until, createdAt: at, ...block }) => ({
        ...block,
        until: until === null ? null : new Date(until).toISOString(),
        createdAt: new Date(at).toISOString(),
      })),
      notes: notes.map((note) => noteView(note, viewer)),
    };
  }
}

function hubIdsOf({ roles }: Viewer): string[] {
  return roles.map(({ hubId }) => hubId);
}
