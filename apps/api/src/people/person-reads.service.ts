import { Injectable } from '@nestjs/common';
import type { BlockPerson, MissingConsent, PeopleQuery, Person, PersonBlocked, PersonSummary } from '#libs/contracts';
import { ComingBookings, InductionService, type Asking } from '#libs/booking';
import { BlockService, GuardianConsents, PersonService, type Viewer } from '#libs/people';
import { Database } from '#libs/platform';

/** Everything that staff read of people goes through here, whichever library knows it. */
@Injectable()
export class PersonReads {
  constructor(
    private readonly database: Database,
    private readonly people: PersonService,
    private readonly blocks: BlockService,
    private readonly inductions: InductionService,
    private readonly coming: ComingBookings,
    private readonly guardians: GuardianConsents,
  ) {}

  /** @throws Problem `request.invalid` when the cursor is not one */
  search(query: PeopleQuery, viewer: Viewer): Promise<{ items: PersonSummary[]; nextCursor: string | null }> {
    return this.people.search(query, viewer);
  }

  /**
   * Five queries, whatever the hubs know.
   * @throws Problem `not_found`
   */
  async open(accountId: string, { viewer, locale }: Asking): Promise<Person> {
    const person = await this.people.find(accountId, viewer);
    const hubIds = viewer.roles.map(({ hubId }) => hubId);
    const inductions = await this.inductions.of({ accountId, hubIds });
    const coming = await this.coming.find(this.database, { hubIds, accountId }, locale);
    return { ...person, inductions, comingBookings: coming.length };
  }

  /** @throws Problem `not_found`, `auth.forbidden`, `request.invalid` */
  async block(accountId: string, wanted: BlockPerson, { viewer, locale }: Asking): Promise<PersonBlocked> {
    const { block, hubId } = await this.blocks.block(accountId, wanted, viewer);
    return { block, coming: await this.coming.find(this.database, { hubIds: [hubId], accountId }, locale) };
  }

  /**
   * Who of a hub has no guardian's consent although one was asked for, and how much he or she has booked; three queries.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async missingConsents(hub: string, { viewer, locale }: Asking): Promise<MissingConsent[]> {
    const { hubId, people } = await this.guardians.missing(hub, viewer);
    const coming = await this.coming.find(this.database, { hubIds: [hubId] }, locale);
    const countOf = (id: string) => coming.filter(({ person }) => person.id === id).length;
    return people.map((each) => ({ ...each, comingBookings: countOf(each.person.id) }));
  }
}
