import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Moderator } from '../../../server/domain/ports/moderator-store.ts';
import type { Role } from '../../../server/domain/roles.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = 1_000_000;
const HOST = { name: 'the command line', at: NOW };
const session = (id: string) => ({
  hash: `hash-${id}`,
  id,
  startedOn: '2026-02-01',
  expiresAt: NOW + 100,
});

export function describeModerators(name: string, open: OpenEmptyStore): void {
  describe(`moderators in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const invite = (who: string, linkHash: string, role: Role | null = null, now = NOW + 10) =>
      store.moderators.invite({ name: who, role, linkHash, linkExpiresAt: now }, HOST);

    /** Signs someone in by a link. @param id of their session. */
    async function enter(who: string, id: string, role: Role | null = null): Promise<Moderator> {
      await invite(who, `link-${id}`, role);
      const found = await store.moderators.redeemLink(`link-${id}`, session(id), NOW);
      if (typeof found === 'string') throw new Error(found);
      return found;
    }

    const acts = async () => (await store.audit.page(100, null)).map(({ act }) => act);
    const ids = async (moderator: Moderator) =>
      (await store.moderators.sessionsOf(moderator.id, NOW)).map(({ id }) => id);

    it('signs a moderator in by a link, for as long as the session lasts', async () => {
      const ada = await enter('Ada', 's1');
      expect(ada).toEqual({ id: expect.any(Number), name: 'Ada', role: 'administrator' });
      const { moderators } = store;
      expect(await moderators.bySession('hash-s1', NOW + 99)).toEqual({ ...ada, sessionId: 's1' });
      expect(await moderators.bySession('hash-s1', NOW + 100)).toBeNull();
      expect(await moderators.bySession('s1', NOW)).toBeNull();
      expect(await moderators.bySession('link-s1', NOW)).toBeNull();
    });

    it('takes a link once, also from two at a time', async () => {
      await invite('Ada', 'link');
      const { moderators } = store;
      const answers = await Promise.all([
        moderators.redeemLink('link', session('s1'), NOW),
        moderators.redeemLink('link', session('s2'), NOW),
      ]);
      expect(answers.filter((answer) => answer === 'used')).toHaveLength(1);
      expect(await moderators.redeemLink('link', session('s3'), NOW)).toBe('used');
      expect(await moderators.bySession('hash-s3', NOW)).toBeNull();
    });

    it('takes no link that has expired or never was', async () => {
      await invite('Ada', 'link', null, NOW);
      const { moderators } = store;
      expect(await moderators.redeemLink('link', session('s1'), NOW)).toBe('used');
      expect(await moderators.redeemLink('other', session('s1'), NOW)).toBe('unknown');
      expect(await moderators.bySession('hash-s1', NOW)).toBeNull();
    });

    it('gives a known name a new link in place of the last, and stays the same moderator', async () => {
      const ada = await enter('Ada', 's1');
      await invite('Ada', 'l1');
      await invite('Ada', 'l2');
      await invite('Grace', 'l3');
      const { moderators } = store;
      expect(await moderators.redeemLink('l1', session('s2'), NOW)).toBe('used');
      expect(await moderators.redeemLink('l2', session('s3'), NOW)).toEqual(ada);
      expect(await moderators.redeemLink('l3', session('s4'), NOW)).not.toEqual(ada);
    });

    it('ends a session, and that one alone', async () => {
      const ada = await enter('Ada', 's1');
      await enter('Ada', 's2');
      await store.moderators.endSession('hash-s1', NOW);
      await store.moderators.endSession('never', NOW);
      expect(await ids(ada)).toEqual(['s2']);
    });

    it("ends a moderator's own session by its id, and nobody else's", async () => {
      const ada = await enter('Ada', 's1');
      const grace = await enter('Grace', 's2');
      expect(await store.moderators.endOwnSession(grace, 's1', NOW)).toBe(false);
      expect(await store.moderators.endOwnSession(ada, 's1', NOW)).toBe(true);
      expect(await store.moderators.endOwnSession(ada, 's1', NOW)).toBe(false);
      expect(await ids(ada)).toEqual([]);
      expect(await ids(grace)).toEqual(['s2']);
    });

    it('makes the first an administrator, and those after moderators, unless told otherwise', async () => {
      expect((await invite('Ada', 'l1')).role).toBe('administrator');
      expect((await invite('Grace', 'l2')).role).toBe('moderator');
      expect((await invite('Mary', 'l3', 'editor')).role).toBe('editor');
      expect((await invite('Mary', 'l4')).role).toBe('editor');
    });

    it('changes nobody’s role by a link, and voids none of theirs', async () => {
      const ada = await enter('Ada', 's1');
      await invite('Ada', 'l1');
      const refused = { why: 'other_role', name: 'Ada', role: 'administrator' };
      expect(await invite('Ada', 'l2', 'moderator')).toEqual(refused);
      expect(await ids(ada)).toEqual(['s1']);
      expect(await store.moderators.redeemLink('l1', session('s2'), NOW)).toEqual(ada);
    });

    it.each(['ada LOVELACE', 'Ada  Lovelace', 'Ａｄａ Lovelace', 'Ada\u200b Lovelace'])(
      'knows %j for the one who is here',
      async (written) => {
        const ada = await enter('Ada Lovelace', 's1');
        expect(await invite(written, 'l1')).toMatchObject({ name: 'Ada Lovelace', was: 'active' });
        await store.credentials.setPassphrase(ada, 'scrypt', 's1', NOW);
        expect((await store.credentials.passphraseOf(written))?.owner).toEqual(ada);
        expect(await store.moderators.people(NOW)).toHaveLength(1);
      },
    );

    it('ends sessions with the role that they had', async () => {
      await enter('Ada', 's1');
      const grace = await enter('Grace', 's2', 'editor');
      expect(await store.moderators.change(grace.id, { role: 'editor' }, HOST)).toBe('done');
      expect(await ids(grace)).toEqual(['s2']);
      expect(await store.moderators.change(grace.id, { role: 'moderator' }, HOST)).toBe('done');
      expect(await ids(grace)).toEqual([]);
    });

    it('lets someone inactive in by nothing that they had, and again by a new link', async () => {
      const { moderators, credentials } = store;
      await enter('Ada', 's1');
      const grace = await enter('Grace', 's2');
      await credentials.setPassphrase(grace, 'scrypt', 's2', NOW);
      await invite('Grace', 'l3');
      expect(await moderators.change(grace.id, { active: false }, HOST)).toBe('done');
      expect(await moderators.bySession('hash-s2', NOW)).toBeNull();
      expect(await moderators.redeemLink('l3', session('s3'), NOW)).toBe('used');
      expect(await credentials.passphraseOf('Grace')).toBeNull();
      expect(await credentials.signInByPassphrase(grace, session('s4'), NOW)).toBe(false);
      expect(await enter('Grace', 's5')).toEqual(grace);
      expect(await credentials.hasPassphrase(grace.id)).toBe(false);
    });

    it('keeps one administrator', async () => {
      const { moderators } = store;
      const ada = await enter('Ada', 's1');
      expect(await moderators.change(ada.id, { role: 'editor' }, HOST)).toBe('last_administrator');
      expect(await moderators.change(ada.id, { active: false }, HOST)).toBe('last_administrator');
      const grace = await enter('Grace', 's2', 'administrator');
      expect(await moderators.change(ada.id, { active: false }, HOST)).toBe('done');
      expect(await moderators.change(grace.id, { active: false }, HOST)).toBe('last_administrator');
      expect(await moderators.change(99, { active: false }, HOST)).toBe('unknown');
    });

    it('lists people with how many sessions hold', async () => {
      const ada = await enter('Ada', 's1');
      const grace = await enter('Grace', 's2');
      await enter('Grace', 's3');
      expect(await store.moderators.people(NOW)).toEqual([
        { ...ada, active: true, sessions: 1 },
        { ...grace, active: true, sessions: 2 },
      ]);
      expect(await store.moderators.endSessionsOf(grace.id, HOST)).toBe(2);
      expect(await store.moderators.endSessionsOf(99, HOST)).toBeNull();
      await store.moderators.change(grace.id, { active: false }, HOST);
      expect((await store.moderators.people(NOW))[1]).toMatchObject({ active: false, sessions: 0 });
    });

    it('tells the audit log of each act, and of none that was not done', async () => {
      const { moderators } = store;
      const ada = await enter('Ada', 's1');
      const grace = await enter('Grace', 's2');
      await moderators.change(ada.id, { active: false }, HOST);
      await moderators.redeemLink('never', session('s3'), NOW);
      await moderators.endSession('never', NOW);
      await moderators.change(grace.id, { role: 'editor' }, HOST);
      await moderators.change(grace.id, { active: false }, HOST);
      await moderators.endSession('hash-s1', NOW);
      expect((await acts()).reverse()).toEqual([
        'person.invite',
        'session.start',
        'person.invite',
        'session.start',
        'person.role',
        'person.revoke',
        'session.end',
      ]);
    });
  });
}
