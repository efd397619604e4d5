import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Problem, type Transaction } from '#libs/platform';
import { SessionRepository } from './session.repository.js';
import type { Viewer } from '../access/viewer.js';

const dayMs = 24 * 60 * 60_000;
const idleDays = 30;
const absoluteDays = 90;

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
    private readonly clock: Clock,
  ) {}

  async open(tx: Transaction, accountId: string): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + absoluteDays * dayMs);
    await this.sessions.create(tx, { accountId, tokenHash: hashToken(token), expiresAt, ...sessionTimes(now) });
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
    await this.sessions.end(viewer.sessionId);
  }
}

function sessionTimes(now: Date): { now: Date; idleSince: Date } {
  return { now, idleSince: new Date(now.getTime() - idleDays * dayMs) };
}

/** A token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
