import { z } from 'zod';

/** What a browser sends of a passkey (WebAuthn Level 3, §5.1.8), as far as it is looked at. */
const base64url = z
  .string({ error: 'Expected base64url.' })
  .max(16_384, { error: 'Too long.' })
  .regex(/^[\w-]*$/, { error: 'Expected base64url.' });

const credential = {
  id: base64url.max(1400, { error: 'Too long.' }),
  rawId: base64url.max(1400, { error: 'Too long.' }),
  type: z.literal('public-key', { error: 'Expected "public-key".' }),
  clientExtensionResults: z.object({}).default({}),
};

export const passkeyToAdd = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
});

export const passkeySignIn = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    // A passkey that is found on the device by the map's name always says whose it is.
    userHandle: base64url,
  }),
});
