import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OwnedPasskey, Passkey } from '../../../server/domain/ports/credential-store.ts';
import type { Moderator } from '../../../server/domain/ports/moderator-store.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = 1_000_000;
const session = (id: string) => ({
  hash: `hash-${id}`,
  id,
  startedOn: '2026-02-01',
  expiresAt: NOW + 100,
});

function passkey(changed: Partial<Passkey> = {}): Passkey {
  return {
    id: 'p1',
    credentialId: 'credential-1',
    publicKey: new Uint8Array([1, 2, 255]),
    counter: 0,
    transports: ['internal', 'hybrid'],
    addedOn: '2026-02-01',
    ...changed,
  };
}

export function describeCredentials(name: string, open: OpenEmptyStore): void {
  describe(`credentials in ${name}`, () => {
    let store: OpenStore;
    let ada: Moderator;
    let grace: Moderator;
    beforeEach(async () => {
      store = await open();
      ada = await moderator('Ada');
      grace = await moderator('Grace');
    });
    afterEach(() => store.close());

    async function moderator(who: string): Promise<Moderator> {
      const invitation = { name: who, role: null, linkHash: `link-${who}`, linkExpiresAt: NOW + 1 };
      await store.moderators.invite(invitation, { name: 'the command line', at: NOW });
      const found = await store.moderators.redeemLink(`link-${who}`, session(who), NOW);
      if (typeof found === 'string') throw new Error(found);
      return found;
    }

    async function owned(credentialId: string): Promise<OwnedPasskey> {
      const found = await store.credentials.passkey(credentialId);
      if (!found) throw new Error('no such passkey');
      return found;
    }

    it('keeps one passphrase for each, and ends the sessions opened before it', async () => {
      const { credentials, moderators } = store;
      expect(await credentials.passphraseOf('Ada')).toBeNull();
      await credentials.setPassphrase(ada, 'first', 'Ada', NOW);
      expect(await credentials.passphraseOf('Ada')).toEqual({ owner: ada, hash: 'first' });
      expect(await credentials.signInByPassphrase(ada, session('s2'), NOW)).toBe(true);
      await credentials.setPassphrase(ada, 'second', 's2', NOW);
      expect((await moderators.sessionsOf(ada.id, NOW)).map(({ id }) => id)).toEqual(['s2']);
      expect((await moderators.sessionsOf(grace.id, NOW)).map(({ id }) => id)).toEqual(['Grace']);
      expect(await credentials.passphraseOf('Ada')).toEqual({ owner: ada, hash: 'second' });
      expect(await credentials.hasPassphrase(ada.id)).toBe(true);
      expect(await credentials.hasPassphrase(grace.id)).toBe(false);
    });

    it('calls a moderator the same in all of their passkeys', async () => {
      const { credentials } = store;
      expect(await credentials.passkeyHandle(ada.id, 'a')).toBe('a');
      expect(await credentials.passkeyHandle(ada.id, 'b')).toBe('a');
      expect(await credentials.passkeyHandle(grace.id, 'c')).toBe('c');
    });

    it('gives back a passkey as it was added, with its owner', async () => {
      const { credentials } = store;
      await credentials.passkeyHandle(ada.id, 'a');
      expect(await credentials.addPasskey(ada, passkey(), NOW)).toBe(true);
      expect(await credentials.passkeysOf(ada.id)).toEqual([passkey()]);
      expect(await owned('credential-1')).toEqual({ ...passkey(), owner: ada, handle: 'a' });
      expect(await credentials.passkey('credential-2')).toBeNull();
      expect(await credentials.passkeysOf(grace.id)).toEqual([]);
    });

    it('takes a credential once', async () => {
      const { credentials } = store;
      await credentials.addPasskey(ada, passkey(), NOW);
      expect(await credentials.addPasskey(grace, passkey({ id: 'p2' }), NOW)).toBe(false);
      expect(await credentials.passkeysOf(grace.id)).toEqual([]);
    });

    it('deletes a passkey for its owner alone', async () => {
      const { credentials } = store;
      await credentials.addPasskey(ada, passkey(), NOW);
      expect(await credentials.deletePasskey(grace, 'p1', NOW)).toBe(false);
      expect(await credentials.deletePasskey(ada, 'p1', NOW)).toBe(true);
      expect(await credentials.passkey('credential-1')).toBeNull();
    });

    it('signs in with a counter that rises, or never counts', async () => {
      const { credentials } = store;
      await credentials.addPasskey(ada, passkey(), NOW);
      const signIn = async (counter: number, id: string) =>
        credentials.signInByPasskey(await owned('credential-1'), counter, session(id), NOW);
      expect(await signIn(0, 's1')).toBe(true);
      expect(await signIn(0, 's2')).toBe(true);
      expect(await signIn(7, 's3')).toBe(true);
      expect(await signIn(7, 's4')).toBe(false);
      expect(await signIn(0, 's5')).toBe(false);
      expect(await signIn(8, 's6')).toBe(true);
      expect(await store.moderators.bySession('hash-s5', NOW)).toBeNull();
      expect(await store.moderators.bySession('hash-s6', NOW)).toMatchObject({ name: 'Ada' });
    });

    it('signs nobody in by a passkey that was deleted meanwhile, or of someone inactive', async () => {
      const { credentials } = store;
      await credentials.addPasskey(grace, passkey(), NOW);
      const found = await owned('credential-1');
      const by = { name: 'Ada', at: NOW };
      await store.moderators.change(grace.id, { active: false }, by);
      expect(await credentials.passkey('credential-1')).toBeNull();
      expect(await credentials.signInByPasskey(found, 1, session('s1'), NOW)).toBe(false);
      expect(await store.moderators.bySession('hash-s1', NOW)).toBeNull();
    });

    it('tells the audit log how somebody signed in and what they changed', async () => {
      const { credentials } = store;
      await credentials.addPasskey(ada, passkey(), NOW);
      await credentials.signInByPasskey(await owned('credential-1'), 1, session('s1'), NOW);
      await credentials.setPassphrase(ada, 'hash', 's1', NOW);
      await credentials.signInByPassphrase(ada, session('s2'), NOW);
      await credentials.deletePasskey(ada, 'p1', NOW);
      expect(await store.audit.page(5, null)).toMatchObject([
        { by: 'Ada', act: 'passkey.delete', subject: 'person Ada', detail: { passkey: 'p1' } },
        { act: 'session.start', subject: 'session s2', detail: { how: 'passphrase' } },
        { act: 'passphrase.set', detail: {} },
        { act: 'session.start', subject: 'session s1', detail: { how: 'passkey' } },
        { act: 'passkey.add', detail: { passkey: 'p1' } },
      ]);
    });
  });
}
