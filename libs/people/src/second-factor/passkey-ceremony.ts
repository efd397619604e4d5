import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { CreatedCredential, ShownCredential } from '#libs/contracts';
import { Clock, Config, Problem } from '#libs/platform';
import type { SignedIn } from '../access/viewer.js';
import { relyingPartyOf, type RelyingParty } from './relying-party.js';
import { PasskeyRepository, type ChallengePurpose, type PasskeyRow } from './passkey.repository.js';

const answerMinutes = 5;
const timeout = answerMinutes * 60_000;
// The code from the mail came first, so holding the key is what is missing; a key without a PIN will do.
const userVerification = 'preferred';

/**
 * Asking an authenticator and checking its answer (WebAuthn), bound to one session and to the hub's own address.
 * @see docs/adr/0018-second-factor.md
 */
@Injectable()
export class PasskeyCeremony {
  private readonly party: RelyingParty | undefined;

  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.party = relyingPartyOf(config.publicUrl);
  }

  get isPossible(): boolean {
    return this.party !== undefined;
  }

  /** What the browser needs to make a new passkey; the same authenticator is not taken twice. */
  async askForNew(viewer: SignedIn): Promise<{ challenge: string }> {
    const known = await this.passkeys.list(viewer.accountId);
    const options = await generateRegistrationOptions({
      rpName: 'Digikeskus',
      rpID: this.requireParty().id,
      userName: viewer.email,
      userDisplayName: viewer.displayName,
      userID: Buffer.from(viewer.accountId),
      timeout,
      excludeCredentials: known.map(describe),
      authenticatorSelection: { residentKey: 'preferred', userVerification },
    });
    await this.keep(viewer, 'enrol', options.challenge);
    return options;
  }

  /** What the browser needs to use one of the person's passkeys. */
  async askForKnown(viewer: SignedIn): Promise<{ challenge: string }> {
    const known = await this.passkeys.list(viewer.accountId);
    const options = await generateAuthenticationOptions({
      rpID: this.requireParty().id,
      timeout,
      allowCredentials: known.map(describe),
      userVerification,
    });
    await this.keep(viewer, 'sign_in', options.challenge);
    return options;
  }

  /** @throws Problem `second_factor.expired`, `auth.second_factor_invalid` */
  async checkNew(viewer: SignedIn, credential: CreatedCredential) {
    const { clientDataJSON, attestationObject, transports } = credential.response;
    const expectations = await this.expectations(viewer, 'enrol');
    const { registrationInfo } = await verifyRegistrationResponse({
      ...expectations,
      response: {
        ...credential,
        response: { clientDataJSON, attestationObject, ...(transports && { transports }) },
        clientExtensionResults: {},
      },
    }).catch(invalid);
    if (registrationInfo === undefined) throw new Problem('auth.second_factor_invalid');
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] };
  }

  /**
   * @returns which passkey it was and how often it says it has been used
   * @throws Problem `second_factor.expired`, `auth.second_factor_invalid`
   */
  async checkKnown(viewer: SignedIn, credential: ShownCredential): Promise<{ id: string; counter: number }> {
    const expectations = await this.expectations(viewer, 'sign_in');
    const passkey = (await this.passkeys.list(viewer.accountId)).find((row) => row.credentialId === credential.id);
    if (passkey === undefined) throw new Problem('auth.second_factor_invalid');
    const { clientDataJSON, authenticatorData, signature } = credential.response;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...expectations,
      response: {
        ...credential,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: passkey.counter },
    }).catch(invalid);
    if (!verified) throw new Problem('auth.second_factor_invalid');
    return { id: passkey.id, counter: authenticationInfo.newCounter };
  }

  private async keep({ sessionId }: SignedIn, purpose: ChallengePurpose, challenge: string): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + timeout);
    const isKept = await this.passkeys.saveChallenge(sessionId, { purpose, challenge, expiresAt });
    if (!isKept) throw new Problem('auth.required');
  }

  private async expectations({ sessionId }: SignedIn, purpose: ChallengePurpose) {
    const { id, origin } = this.requireParty();
    const challenge = await this.passkeys.takeChallenge(sessionId, { purpose, now: this.clock.now() });
    if (challenge === undefined) throw new Problem('second_factor.expired');
    return {
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
    };
  }

  private requireParty(): RelyingParty {
    if (this.party === undefined) throw new Problem('second_factor.passkeys_unavailable');
    return this.party;
  }
}

function describe({ credentialId, transports }: PasskeyRow) {
  return { id: credentialId, transports };
}

/** The library throws for whatever an answer can have wrong with it, and has no other way to refuse. */
function invalid(cause: unknown): never {
  throw new Problem('auth.second_factor_invalid', { cause });
}
