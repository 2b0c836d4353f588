import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { centralDate } from '../../data/time/central.ts';
import type { PasskeyChallenges } from './passkey-challenges.ts';
import type { CredentialStore, OwnedPasskey } from './ports/credential-store.ts';
import type { Moderator } from './ports/moderator-store.ts';
import { newId } from './secrets.ts';
import { newSession } from './sign-in.ts';
import type { Surroundings } from './surroundings.ts';

interface Context {
  readonly credentials: CredentialStore;
  readonly surroundings: Surroundings;
  /** Scheme, host and port that the pages come from: what passkeys are bound to. */
  readonly publicUrl: string;
}

const HANDLE_BYTES = 32;
/** A moderator has a few devices. */
export const MOST_PASSKEYS = 20;

const SIGN_IN = 'sign in';
const addingBy = ({ id }: Moderator): string => `add for ${id}`;

/** What a browser needs to make a passkey for this moderator (WebAuthn Level 3, §5.4). */
export async function addingOptions(
  moderator: Moderator,
  challenges: PasskeyChallenges,
  { credentials, surroundings, publicUrl }: Context,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const fresh = Buffer.from(surroundings.randomBytes(HANDLE_BYTES)).toString('base64url');
  const handle = await credentials.passkeyHandle(moderator.id, fresh);
  const known = await credentials.passkeysOf(moderator.id);
  return generateRegistrationOptions({
    rpName: 'Minneapolis incident map',
    rpID: hostOf(publicUrl),
    userID: new Uint8Array(Buffer.from(handle, 'base64url')),
    userName: moderator.name,
    userDisplayName: moderator.name,
    challenge: challenges.issue(addingBy(moderator)),
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({
      id,
      transports: [...transports],
    })),
    // Found on the device by this map's name: nobody has to say who they are to be asked for it.
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    attestationType: 'none',
  });
}

/** @returns whether the passkey was added; not where it is known, or there are too many. */
export async function addPasskey(
  moderator: Moderator,
  response: RegistrationResponseJSON,
  challenges: PasskeyChallenges,
  { credentials, surroundings, publicUrl }: Context,
): Promise<'added' | 'wrong' | 'known' | 'too_many'> {
  const challenge = challengeOf(response);
  const isGood = (sent: string) => challenges.isGood(sent, addingBy(moderator));
  const info = await verifyRegistrationResponse({
    response,
    expectedChallenge: isGood,
    expectedOrigin: publicUrl,
    expectedRPID: hostOf(publicUrl),
    requireUserVerification: false,
  }).then(
    (result) => result.registrationInfo,
    () => undefined,
  );
  if (!info || !challenges.use(challenge)) return 'wrong';
  const { credential } = info;
  if ((await credentials.passkeysOf(moderator.id)).length >= MOST_PASSKEYS) return 'too_many';
  const now = surroundings.now();
  const passkey = {
    id: newId(surroundings),
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    addedOn: centralDate(now),
  };
  return (await credentials.addPasskey(moderator, passkey, now)) ? 'added' : 'known';
}

/** What a browser needs to find a passkey of this map and sign with it (WebAuthn Level 3, §5.5). */
export function signInOptions(
  challenges: PasskeyChallenges,
  { publicUrl }: Pick<Context, 'publicUrl'>,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: hostOf(publicUrl),
    challenge: challenges.issue(SIGN_IN),
    userVerification: 'preferred',
  });
}

/** @returns the secret of a session; null where the passkey is unknown or did not sign this. */
export async function signInByPasskey(
  response: AuthenticationResponseJSON,
  challenges: PasskeyChallenges,
  context: Context,
): Promise<{ readonly token: string } | null> {
  const { credentials, surroundings } = context;
  const passkey = await credentials.passkey(response.id);
  if (!passkey) return null;
  const counter = await signedCounter(response, passkey, challenges, context);
  if (counter === null || !challenges.use(challengeOf(response))) return null;
  const { token, session } = newSession(surroundings);
  const isIn = await credentials.signInByPasskey(passkey, counter, session, surroundings.now());
  return isIn ? { token } : null;
}

/** @returns the counter that was signed; null where the signature or what it says is wrong. */
async function signedCounter(
  response: AuthenticationResponseJSON,
  passkey: OwnedPasskey,
  challenges: PasskeyChallenges,
  { publicUrl }: Context,
): Promise<number | null> {
  const { userHandle } = response.response;
  if (userHandle !== passkey.handle) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (sent) => challenges.isGood(sent, SIGN_IN),
      expectedOrigin: publicUrl,
      expectedRPID: hostOf(publicUrl),
      credential: {
        id: passkey.credentialId,
        publicKey: passkey.publicKey,
        counter: passkey.counter,
        transports: [...passkey.transports],
      },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for whatever does not hold, and says what; who sent it need not know.
    return null;
  }
}

function hostOf(publicUrl: string): string {
  return new URL(publicUrl).hostname;
}

/** @returns the challenge as the browser says it was signed; '' where that cannot be read. */
function challengeOf({ response }: RegistrationResponseJSON | AuthenticationResponseJSON): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString());
    const challenge = (data as { challenge?: unknown } | null)?.challenge;
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}
