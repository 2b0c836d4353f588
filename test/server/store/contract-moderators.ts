import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = 1_000_000;
const session = (hash: string) => ({ hash, expiresAt: NOW + 100 });

export function describeModerators(name: string, open: OpenEmptyStore): void {
  describe(`moderators in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('signs a moderator in by a link, for as long as the session lasts', async () => {
      const { moderators } = store;
      await moderators.addLink('Ada', 'link', NOW + 10);
      const ada = await moderators.redeemLink('link', session('s1'), NOW);
      expect(ada).toMatchObject({ name: 'Ada' });
      expect(await moderators.bySession('s1', NOW + 99)).toEqual(ada);
      expect(await moderators.bySession('s1', NOW + 100)).toBeNull();
      expect(await moderators.bySession('link', NOW)).toBeNull();
    });

    it('takes a link once, also from two at a time', async () => {
      const { moderators } = store;
      await moderators.addLink('Ada', 'link', NOW + 10);
      const answers = await Promise.all([
        moderators.redeemLink('link', session('s1'), NOW),
        moderators.redeemLink('link', session('s2'), NOW),
      ]);
      expect(answers.filter((answer) => answer === 'used')).toHaveLength(1);
      expect(await moderators.redeemLink('link', session('s3'), NOW)).toBe('used');
      expect(await moderators.bySession('s3', NOW)).toBeNull();
    });

    it('takes no link that has expired or never was', async () => {
      const { moderators } = store;
      await moderators.addLink('Ada', 'link', NOW);
      expect(await moderators.redeemLink('link', session('s1'), NOW)).toBe('used');
      expect(await moderators.redeemLink('other', session('s1'), NOW)).toBe('unknown');
      expect(await moderators.bySession('s1', NOW)).toBeNull();
    });

    it('gives a known name another link and stays the same moderator', async () => {
      const { moderators } = store;
      await moderators.addLink('Ada', 'l1', NOW + 10);
      await moderators.addLink('Ada', 'l2', NOW + 10);
      await moderators.addLink('Grace', 'l3', NOW + 10);
      const ada = await moderators.redeemLink('l1', session('s1'), NOW);
      expect(await moderators.redeemLink('l2', session('s2'), NOW)).toEqual(ada);
      expect(await moderators.redeemLink('l3', session('s3'), NOW)).not.toEqual(ada);
    });

    it('ends a session, and that one alone', async () => {
      const { moderators } = store;
      await moderators.addLink('Ada', 'l1', NOW + 10);
      await moderators.addLink('Ada', 'l2', NOW + 10);
      await moderators.redeemLink('l1', session('s1'), NOW);
      await moderators.redeemLink('l2', session('s2'), NOW);
      await moderators.endSession('s1');
      await moderators.endSession('never');
      expect(await moderators.bySession('s1', NOW)).toBeNull();
      expect(await moderators.bySession('s2', NOW)).toMatchObject({ name: 'Ada' });
    });
  });
}
