import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale, Session } from '#libs/contracts';
import { Clock, Problem, type Transaction } from '#libs/platform';
import { ConsentRepository } from '../consent/consent.repository.js';
import { currentTermsVersion } from '../consent/terms.js';
import { deviceOf } from './device-of.js';
import { SessionRepository } from './session.repository.js';
import type { Viewer } from '../access/viewer.js';

const dayMs = 24 * 60 * 60_000;
const idleDays = 30;
const absoluteDays = 90;
const maxUserAgentLength = 400;

/** Who comes in, and by what. */
export interface Arrival {
  accountId: string;
  /** In which language the terms were shown. */
  locale: Locale;
  userAgent: string | undefined;
}

/** A session before anybody has asked who is behind it. */
export interface OpenedSession {
  /** Goes into the cookie and nowhere else. */
  token: string;
  expiresAt: Date;
}

export interface NewSession extends OpenedSession {
  viewer: Viewer;
}

/** Sessions: every sign-in makes a new one with a token of its own, whatever cookie came along. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
  ) {}

  /** Whoever signs in agrees to the terms of the day, which the sign-in page shows beforehand. */
  async open(tx: Transaction, { accountId, locale, userAgent }: Arrival): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + absoluteDays * dayMs);
    await this.sessions.create(tx, {
      accountId,
      tokenHash: hashToken(token),
      expiresAt,
      userAgent: userAgent?.slice(0, maxUserAgentLength) ?? null,
      ...sessionTimes(now),
    });
    await this.consents.agree(tx, { accountId, version: currentTermsVersion, locale, now });
    return { token, expiresAt };
  }

  /** The session with its person, after the commit that opened it. */
  async describe(opened: OpenedSession): Promise<NewSession> {
    const viewer = await this.viewerOf(opened.token);
    if (viewer === undefined) throw new Problem('internal');
    return { ...opened, viewer };
  }

  /** @returns the person behind a session cookie; undefined when the session is unknown or over */
  async viewerOf(token: string): Promise<Viewer | undefined> {
    return this.sessions.findViewer(hashToken(token), sessionTimes(this.clock.now()));
  }

  async end(viewer: Viewer): Promise<void> {
    await this.sessions.end(viewer.accountId, viewer.sessionId);
  }

  /** Where somebody is signed in, the place last used first. */
  async list(viewer: Viewer): Promise<Session[]> {
    const rows = await this.sessions.list(viewer.accountId, sessionTimes(this.clock.now()));
    return rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      device: deviceOf(userAgent),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: id === viewer.sessionId,
    }));
  }

  /** @throws Problem `not_found` when it is over already, or somebody else's */
  async endOne(viewer: Viewer, sessionId: string): Promise<void> {
    if (!(await this.sessions.end(viewer.accountId, sessionId))) throw new Problem('not_found');
  }

  /** Signs somebody out everywhere else. */
  async endOthers(viewer: Viewer): Promise<void> {
    await this.sessions.endOthers(viewer.accountId, viewer.sessionId);
  }
}

function sessionTimes(now: Date): { now: Date; idleSince: Date } {
  return { now, idleSince: new Date(now.getTime() - idleDays * dayMs) };
}

/** A token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
