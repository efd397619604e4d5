import { createHash, randomBytes } from 'node:crypto';

export interface DigestAccount {
  readonly username: string;
  readonly password: string;
}

/** What a printer wants to be proved, from its `WWW-Authenticate`. */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly qop: boolean;
}

/** @returns null when it is not a Digest challenge that we can answer */
export function readChallenge(header: string | null): DigestChallenge | null {
  if (header === null || !/^Digest /i.test(header)) return null;
  const fields = new Map(
    [...header.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].map(([, key = '', quoted, plain]) => [
      key.toLowerCase(),
      quoted ?? plain ?? '',
    ]),
  );
  const [realm, nonce] = [fields.get('realm'), fields.get('nonce')];
  const algorithm = fields.get('algorithm') ?? 'MD5';
  if (realm === undefined || nonce === undefined || algorithm.toUpperCase() !== 'MD5') return null;
  const qop = (fields.get('qop') ?? '').split(/,\s*/).includes('auth');
  return { realm, nonce, opaque: fields.get('opaque'), qop };
}

/**
 * The `Authorization` of RFC 7616 with MD5, which is all that PrusaLink offers. The password itself never travels.
 * @param count how often this nonce has been used, from 1
 * @see https://www.rfc-editor.org/rfc/rfc7616
 */
export function answerChallenge(
  { realm, nonce, opaque, qop }: DigestChallenge,
  { username, password }: DigestAccount,
  { method, uri, count, cnonce = randomBytes(8).toString('hex') }: DigestRequest,
): string {
  const nc = count.toString(16).padStart(8, '0');
  const ha1 = md5(`${username}:${realm}:${password}`);
  const ha2 = md5(`${method}:${uri}`);
  const response = qop ? md5([ha1, nonce, nc, cnonce, 'auth', ha2].join(':')) : md5([ha1, nonce, ha2].join(':'));
  const fields = [
    `username="${username}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${uri}"`,
    `response="${response}"`,
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
    ...(qop ? ['qop=auth', `nc=${nc}`, `cnonce="${cnonce}"`] : []),
  ];
  return `Digest ${fields.join(', ')}`;
}

interface DigestRequest {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly uri: string;
  readonly count: number;
  readonly cnonce?: string;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
