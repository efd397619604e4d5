import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale, Session } from '#libs/contracts';
import { Clock, Config, Problem, type Transaction } from '#libs/platform';
import { ConsentRepository } from '../consent/consent.repository.js';
import { currentTermsVersion } from '../consent/terms.js';
import { standingOf, type SessionLevel } from '../rules/standing.js';
import { deviceOf } from './device-of.js';
import { SessionRepository } from './session.repository.js';
import type { SignedIn, Viewer } from '../access/viewer.js';

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
  viewer: SignedIn;
}

/** Sessions: every sign-in makes a new one with a token of its own, whatever cookie came along. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Whoever signs in agrees to the terms of the day, which the sign-in page shows beforehand. */
  async open(tx: Transaction, { accountId, locale, userAgent }: Arrival): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = newToken();
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

  /**
   * Gives a session a new token after a second factor was shown or set up; the old token is dead from then on, so
   * that nobody who has seen it gains by it.
   * @param from levels that the session may be at
   * @throws Problem `auth.required` when it is over, or not at such a level any more
   */
  async lift(tx: Transaction, sessionId: string, from: readonly SessionLevel[]): Promise<OpenedSession> {
    const token = newToken();
    const expiresAt = await this.sessions.lift(tx, { sessionId, tokenHash: hashToken(token), from });
    if (expiresAt === undefined) throw new Problem('auth.required');
    return { token, expiresAt };
  }

  /** The session with its person, after the commit that opened it. */
  async describe(opened: OpenedSession): Promise<NewSession> {
    const viewer = await this.viewerOf(opened.token);
    if (viewer === undefined) throw new Problem('internal');
    return { ...opened, viewer };
  }

  /** @returns the person behind a session cookie; undefined when the session is unknown or over */
  async viewerOf(token: string): Promise<SignedIn | undefined> {
    const row = await this.sessions.findViewer(hashToken(token), sessionTimes(this.clock.now()));
    if (row === undefined) return undefined;
    const { level, ...viewer } = row;
    const isStaff = viewer.isSystemAdmin === true || viewer.roles.length > 0;
    const { methods } = viewer;
    const standing = standingOf({ level, methods, isStaff, isRequired: this.config.staffNeedSecondFactor });
    // Services look at roles: whoever is not all the way in has none.
    return standing === 'full' ? { ...viewer, standing } : { ...viewer, standing, isSystemAdmin: false, roles: [] };
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

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
