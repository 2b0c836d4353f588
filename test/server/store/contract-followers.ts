import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const ASKED = '2026-06-10';
const sealed = Buffer.from([0, 255, 1, 254]);

export function describeFollowers(name: string, open: OpenEmptyStore): void {
  describe(`followers in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
      for (const id of ['c', 'a', 'b']) {
        await store.followers.add({ id, tokenHash: `hash-${id}`, sealed, askedOn: ASKED });
      }
    });
    afterEach(() => store.close());

    const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

    it('are found by the hash of their token, until the day they had to confirm by', async () => {
      const { followers } = store;
      const found = await followers.byToken('hash-a', ASKED);
      expect(found).toMatchObject({ id: 'a', status: 'asked', untold: null });
      expect(Buffer.from(found?.sealed ?? [])).toEqual(sealed);
      expect(await followers.byToken('hash-a', '2026-06-11')).toBeNull();
      await followers.confirm('a', '2026-06-11');
      expect(await followers.byToken('hash-a', '2026-06-11')).toMatchObject({
        status: 'following',
        untold: '2026-06-11',
      });
      expect(await followers.byToken('hash-x', ASKED)).toBeNull();
    });

    it('are asked to confirm once, in pages', async () => {
      const { followers } = store;
      expect(ids(await followers.toConfirm('', 2))).toEqual(['a', 'b']);
      expect(ids(await followers.toConfirm('b', 2))).toEqual(['c']);
      await followers.mailed('b');
      expect(ids(await followers.toConfirm('', 9))).toEqual(['a', 'c']);
      expect(await followers.byToken('hash-b', ASKED)).toMatchObject({ status: 'mailed' });
      await followers.mailed('x');
    });

    it('are due from the day after they confirmed, until they are told', async () => {
      const { followers } = store;
      for (const id of ['a', 'b', 'c']) await followers.confirm(id, ASKED);
      // To confirm again moves nothing.
      await followers.confirm('a', '2026-06-20');
      expect(await followers.due(ASKED, '', 9)).toEqual([]);
      expect(ids(await followers.due('2026-06-11', '', 2))).toEqual(['a', 'b']);
      await followers.told(['a', 'c'], '2026-06-11', 'mailed');
      await followers.told([], '2026-06-11', 'silent');
      expect(ids(await followers.due('2026-06-11', '', 9))).toEqual(['b']);
      expect(ids(await followers.due('2026-06-12', 'a', 9))).toEqual(['b', 'c']);
    });

    it('are gone after so many refusals in a row, which only a mail that was taken ends', async () => {
      const { followers } = store;
      await followers.confirm('a', ASKED);
      await followers.refused('a', '2026-06-11', 2);
      await followers.told(['a'], '2026-06-12', 'mailed');
      await followers.refused('a', '2026-06-13', 2);
      await followers.told(['a'], '2026-06-14', 'silent');
      expect(await followers.byToken('hash-a', ASKED)).toMatchObject({ untold: '2026-06-14' });
      await followers.refused('a', '2026-06-15', 2);
      expect(await followers.byToken('hash-a', ASKED)).toBeNull();
    });

    it('are erased when they leave, and when they did not confirm in time', async () => {
      const { followers } = store;
      await followers.confirm('a', ASKED);
      await followers.mailed('b');
      expect(await followers.eraseUnconfirmed(ASKED)).toBe(0);
      expect(await followers.eraseUnconfirmed('2026-06-11')).toBe(2);
      await followers.erase(['a', 'x']);
      expect(await followers.byToken('hash-a', ASKED)).toBeNull();
    });
  });
}
