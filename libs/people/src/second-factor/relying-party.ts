import { isIP } from 'node:net';

/** What passkeys are bound to: the hub's own address and no other. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/**
 * @param publicUrl where people reach the hub
 * @returns undefined when browsers allow no passkeys there: at an IP address, or without https but on localhost
 * @see https://www.w3.org/TR/webauthn-3/#relying-party-identifier
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isAddress = isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
  return !isAddress && (protocol === 'https:' || isLocal) ? { id: hostname, origin } : undefined;
}
