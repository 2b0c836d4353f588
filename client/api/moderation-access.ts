import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { request } from './request.ts';

/** Who is signed in, by what, and who may be: all under `/api/moderation`. */
export type Role = 'moderator' | 'editor' | 'administrator';
export const ROLES: readonly Role[] = ['moderator', 'editor', 'administrator'];

export interface Moderator {
  readonly name: string;
  readonly role: Role;
  readonly passkeys: number;
  readonly hasPassphrase: boolean;
}

export interface Passkey {
  readonly id: string;
  /** A day. */
  readonly addedOn: string;
}

export interface SignedInSession {
  readonly id: string;
  /** A day. */
  readonly startedOn: string;
  /** RFC 3339. */
  readonly expiresAt: string;
  readonly current: boolean;
}

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly sessions: number;
  readonly active: boolean;
}

export interface AuditEntry {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly subject: string;
  readonly detail: unknown;
  readonly hash: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Whether every entry that was ever made stands unaltered. */
  readonly verified: boolean;
}

const BASE = '/api/moderation';
type Options<Creates> = Creates extends true
  ? Parameters<typeof startRegistration>[0]['optionsJSON']
  : Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** @returns null where nobody is signed in. */
export async function fetchModerator(): Promise<Moderator | null> {
  const { body } = await request<Moderator | { name: null }>(`${BASE}/session`);
  return body.name === null ? null : body;
}

/** @throws ApiError with status 404 for a link nobody gave out, 410 for one that is used or old. */
export async function signInByLink(token: string): Promise<void> {
  await request(`${BASE}/session`, { method: 'POST', body: { token } });
}

/** @throws ApiError with status 401 where either is wrong, 429 after too many tries. */
export async function signInByPassphrase(name: string, passphrase: string): Promise<void> {
  await request(`${BASE}/session`, { method: 'POST', body: { name, passphrase } });
}

/** @throws DOMException or Error of the browser where no passkey was given. */
export async function signInByPasskey(): Promise<void> {
  const path = `${BASE}/session/passkey-options`;
  const { body: optionsJSON } = await request<Options<false>>(path, { method: 'POST', body: {} });
  const body = await startAuthentication({ optionsJSON });
  await request(`${BASE}/session/passkey`, { method: 'POST', body });
}

export async function signOut(): Promise<void> {
  await request(`${BASE}/session`, { method: 'DELETE' });
}

/** @throws DOMException or Error of the browser where no passkey was made. */
export async function addPasskey(): Promise<void> {
  const path = `${BASE}/passkeys/options`;
  const { body: optionsJSON } = await request<Options<true>>(path, { method: 'POST', body: {} });
  const body = await startRegistration({ optionsJSON });
  await request(`${BASE}/passkeys`, { method: 'POST', body });
}

export async function fetchPasskeys(): Promise<readonly Passkey[]> {
  return (await request<Passkey[]>(`${BASE}/passkeys`)).body;
}

export async function deletePasskey(id: string): Promise<void> {
  await request(`${BASE}/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export async function setPassphrase(passphrase: string): Promise<void> {
  await request(`${BASE}/passphrase`, { method: 'PUT', body: { passphrase } });
}

export async function fetchSessions(): Promise<readonly SignedInSession[]> {
  return (await request<SignedInSession[]>(`${BASE}/sessions`)).body;
}

export async function endSession(id: string): Promise<void> {
  await request(`${BASE}/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export async function fetchPeople(): Promise<readonly Person[]> {
  return (await request<Person[]>(`${BASE}/people`)).body;
}

export interface Invited {
  /** The one-time link, which the server does not keep. */
  readonly link: string;
  /** As it was first written, where somebody had the name already. */
  readonly name: string;
  readonly was: 'nobody' | 'active' | 'inactive';
}

/** @throws ApiError 409 where somebody of that name is here in another role. */
export async function invite(name: string, role: Role): Promise<Invited> {
  const options = { method: 'POST', body: { name, role } } as const;
  return (await request<Invited>(`${BASE}/people`, options)).body;
}

/** Ends their sessions. */
export async function changePerson(
  id: number,
  change: { readonly role: Role } | { readonly active: false },
): Promise<void> {
  await request(`${BASE}/people/${id}`, { method: 'PUT', body: change });
}

export async function endSessionsOf(id: number): Promise<void> {
  await request(`${BASE}/people/${id}/sessions`, { method: 'DELETE' });
}

/** @param cursor the number of the entry after which to go on; null: the newest. */
export async function fetchAudit(cursor: number | null): Promise<AuditPage> {
  const path = `${BASE}/audit?limit=50${cursor === null ? '' : `&cursor=${cursor}`}`;
  return (await request<AuditPage>(path)).body;
}

/** @param notice what the pages say while reports are paused. */
export async function setReporting(open: boolean, notice: string | null): Promise<void> {
  await request(`${BASE}/reporting`, { method: 'PUT', body: { open, notice } });
}
