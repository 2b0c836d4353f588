import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { centralDate, startOfCentral } from '../../../data/time/central.ts';
import { fail, type Parsed, parseWith } from '../field-errors.ts';
import type { FollowerStore, StoredFollower } from '../ports/follower-store.ts';
import { hashToken, newId } from '../secrets.ts';
import type { Surroundings } from '../surroundings.ts';
import { parseAddress } from './address.ts';
import { FOLLOWED_PARAMETERS, type FollowedFilter, readFollowedFilter } from './filter.ts';
import type { Followed, FollowingKey } from './key.ts';
import { MAIL_LANGUAGES, type MailLanguage } from './words/words.ts';

/** Longer than any filter that can be read: 200 corners of 50 characters. */
const LONGEST_PARAMETER = 10_000;

const request = z.strictObject({
  address: z.string().transform((text, context) => {
    const address = parseAddress(text);
    if (address !== null) return address;
    context.addIssue('Expected one e-mail address, such as name@example.org.');
    return z.NEVER;
  }),
  language: z.enum(MAIL_LANGUAGES),
  filter: z.strictObject(
    Object.fromEntries(
      FOLLOWED_PARAMETERS.map((name) => [name, z.string().max(LONGEST_PARAMETER).optional()]),
    ),
  ),
});

/** What a follower sees of it: whoever has the link learns no address. */
export interface FollowerView {
  readonly status: 'unconfirmed' | 'following';
  readonly filter: FollowedFilter;
  readonly language: MailLanguage;
}

/** Following by e-mail, as the routes see it. */
export interface FollowingByMail {
  /** Null where there never was one. */
  readonly key: FollowingKey | null;
  /** Keeps what is followed and asks by mail to confirm it; null where this map sends no mail. */
  readonly ask: ((followed: Followed) => Promise<void>) | null;
}

/** @param body any parsed JSON value. */
export function parseFollowing(body: unknown): Parsed<Followed> {
  const parsed = parseWith(request, body);
  if (!parsed.ok) return parsed;
  const { filter, errors } = readFollowedFilter(parsed.value.filter as FollowedFilter);
  return errors.length > 0 ? fail(errors) : { ok: true, value: { ...parsed.value, filter } };
}

/**
 * At most one mail a day asks an address to confirm, whoever asks for it. Addresses are known by a
 * keyed hash, whose key lives here alone and changes daily: nothing of it is stored.
 */
export class AskedToday {
  #day = '';
  #key: Uint8Array = new Uint8Array();
  readonly #asked = new Set<string>();

  constructor(
    private readonly most: number,
    private readonly surroundings: Surroundings,
  ) {}

  /** @returns false where the address was asked today, or too many were. */
  take(address: string): boolean {
    const today = centralDate(this.surroundings.now());
    if (today !== this.#day) {
      this.#day = today;
      this.#key = this.surroundings.randomBytes(32);
      this.#asked.clear();
    }
    const hash = createHmac('sha256', this.#key).update(address.toLowerCase()).digest('base64');
    if (this.#asked.has(hash) || this.#asked.size >= this.most) return false;
    this.#asked.add(hash);
    return true;
  }
}

interface Context {
  readonly followers: FollowerStore;
  readonly surroundings: Surroundings;
}

/** Keeps what is followed, until it is confirmed or forgotten. */
export async function keepFollower(
  followed: Followed,
  key: FollowingKey,
  { followers, surroundings }: Context,
): Promise<void> {
  const id = newId(surroundings);
  await followers.add({
    id,
    tokenHash: hashToken(key.tokenOf(id)),
    sealed: key.seal(id, followed),
    askedOn: centralDate(surroundings.now()),
  });
}

/** @returns null for a token that is nobody's, or whose key is lost, or who did not confirm in time. */
export async function followerView(
  token: string,
  key: FollowingKey,
  context: Context,
): Promise<FollowerView | null> {
  const follower = await byToken(token, context);
  const followed = follower && key.open(follower.id, follower.sealed);
  if (!follower || !followed) return null;
  const { filter, language } = followed;
  const status = follower.status === 'following' ? 'following' : 'unconfirmed';
  return { status, filter, language };
}

/** @returns false for a token that is nobody's. */
export async function confirmFollower(token: string, context: Context): Promise<boolean> {
  const follower = await byToken(token, context);
  if (!follower) return false;
  if (follower.status !== 'following') {
    await context.followers.confirm(follower.id, centralDate(context.surroundings.now()));
  }
  return true;
}

/** Needs no key: whoever has a link can leave, also when the key is lost. @returns as above. */
export async function eraseFollower(token: string, context: Context): Promise<boolean> {
  const follower = await byToken(token, context);
  if (!follower) return false;
  await context.followers.erase([follower.id]);
  return true;
}

export function eraseUnconfirmed({ followers, surroundings }: Context): Promise<number> {
  return followers.eraseUnconfirmed(askedSince(surroundings));
}

/** A day at least: the hour in which somebody asked is not kept. */
export function askedSince({ now }: Pick<Surroundings, 'now'>): string {
  return centralDate(startOfCentral('day', now()) - 1);
}

/** What `tokenOf` makes; other texts are no tokens of ours. */
const TOKEN = /^[\w-]{43}$/;

async function byToken(token: string, context: Context): Promise<StoredFollower | null> {
  if (!TOKEN.test(token)) return null;
  return context.followers.byToken(hashToken(token), askedSince(context.surroundings));
}
