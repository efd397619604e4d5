import { Injectable } from '@nestjs/common';
import type { Attendance, CreateInductionSession, Induction, InductionSession, SeatList } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { InductionSessionRepository, type InductionSessionRow } from './induction-session.repository.js';
import { InductionService } from './induction.service.js';
import { PlaceRepository } from '../hub/place.repository.js';

/** Induction sessions: staff arrange them, people take a seat, whoever was there gets the induction. */
@Injectable()
export class InductionSessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly sessions: InductionSessionRepository,
    private readonly inductions: InductionService,
  ) {}

  /**
   * A hub's sessions that have not ended, in order of start.
   * @throws Problem `not_found`
   */
  async upcoming(hub: string, viewer: Viewer | undefined): Promise<InductionSession[]> {
    const { id } = await this.places.hub(hub);
    const of = { hubId: id, accountId: viewer?.accountId ?? null, now: this.clock.now() };
    return (await this.sessions.upcoming(this.database, of)).map(sessionView);
  }

  /** @throws Problem `not_found`, `auth.forbidden`, `induction.wrong_state` when it would begin in the past */
  async create(hub: string, wanted: CreateInductionSession, viewer: Viewer): Promise<InductionSession> {
    const { id: hubId } = await this.places.hub(hub);
    if (!isStaffOf(viewer, hubId)) throw new Problem('auth.forbidden');
    const now = this.clock.now();
    const [startsAt, endsAt] = [new Date(wanted.startsAt), new Date(wanted.endsAt)];
    if (startsAt <= now) throw new Problem('induction.wrong_state');
    const id = await this.database.transaction(async (tx) => {
      const session = { ...wanted, hubId, startsAt, endsAt, by: viewer.accountId, now };
      const created = await this.sessions.create(tx, session);
      record(tx, { action: 'induction-session.create', viewer, sessionId: created });
      return created;
    });
    return sessionView(await this.find(this.database, id, viewer));
  }

  /**
   * Takes a seat; taking it twice is taking it once.
   * @throws Problem `not_found`, `induction.full`, `induction.wrong_state` when it has begun
   */
  async takeSeat(sessionId: string, viewer: Viewer): Promise<InductionSession> {
    return this.database.transaction(async (tx) => {
      await this.sessions.lock(tx, sessionId);
      const session = await this.find(tx, sessionId, viewer);
      if (session.isSeated) return sessionView(session);
      const now = this.clock.now();
      if (session.startsAt <= now) throw new Problem('induction.wrong_state');
      if (session.taken >= session.seats) throw new Problem('induction.full');
      await this.sessions.takeSeat(tx, { sessionId, accountId: viewer.accountId, now });
      record(tx, { action: 'induction-session.take-seat', viewer, sessionId });
      return sessionView({ ...session, taken: session.taken + 1, isSeated: true });
    });
  }

  /** @throws Problem `not_found` also when the person has no seat, `induction.wrong_state` when it has begun */
  async giveBackSeat(sessionId: string, viewer: Viewer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { startsAt } = await this.find(tx, sessionId, viewer);
      if (startsAt <= this.clock.now()) throw new Problem('induction.wrong_state');
      const isGiven = await this.sessions.giveBackSeat(tx, { sessionId, accountId: viewer.accountId });
      if (!isGiven) throw new Problem('not_found');
      record(tx, { action: 'induction-session.give-back-seat', viewer, sessionId });
    });
  }

  /**
   * Who has a seat, for the hub's staff.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async seated(sessionId: string, viewer: Viewer): Promise<SeatList['items']> {
    await this.findAsStaff(sessionId, viewer);
    return this.sessions.seated(this.database, sessionId);
  }

  /**
   * Grants the session's induction to those who were there, with a seat or without one.
   * @throws Problem `not_found`, `auth.forbidden`, `induction.wrong_state` before it begins
   */
  async attend(sessionId: string, { people, expiresAt }: Attendance, viewer: Viewer): Promise<Induction[]> {
    const { hubId, kind, startsAt } = await this.findAsStaff(sessionId, viewer);
    if (startsAt > this.clock.now()) throw new Problem('induction.wrong_state');
    const to = { hubId, kind, people, expiresAt };
    return this.database.transaction((tx) => this.inductions.grantAll(tx, to, viewer));
  }

  private async findAsStaff(sessionId: string, viewer: Viewer): Promise<InductionSessionRow> {
    const session = await this.find(this.database, sessionId, viewer);
    if (!isStaffOf(viewer, session.hubId)) throw new Problem('auth.forbidden');
    return session;
  }

  private async find(reader: Database | Transaction, sessionId: string, viewer: Viewer): Promise<InductionSessionRow> {
    const session = await this.sessions.find(reader, sessionId, viewer.accountId);
    if (session === undefined) throw new Problem('not_found');
    return session;
  }
}

function record(tx: Transaction, of: { action: AuditAction; viewer: Viewer; sessionId: string }): void {
  const { action, viewer, sessionId } = of;
  tx.record({ accountId: viewer.accountId, action, subjectType: 'induction-session', subjectId: sessionId });
}

function sessionView({
  id,
  hub,
  kind,
  startsAt,
  endsAt,
  seats,
  taken,
  isSeated,
}: InductionSessionRow): InductionSession {
  return {
    id,
    hub,
    kind,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    seats,
    freeSeats: seats - taken,
    isSeated,
  };
}
