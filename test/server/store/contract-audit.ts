import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAudit } from '../../../server/domain/audit.ts';
import { CHAIN_START } from '../../../server/domain/audit-chain.ts';
import type { AuditAct } from '../../../server/domain/ports/audit-log.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const act = (subject: string, detail: unknown = {}): AuditAct => ({
  at: 1_770_000_000_123,
  by: 'Ada',
  act: 'report.reject',
  subject,
  detail,
});

export function describeAudit(name: string, open: OpenEmptyStore): void {
  describe(`the audit log in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('is whole while nothing was done', async () => {
      expect(await store.audit.page(10, null)).toEqual([]);
      const nothing = { count: 0, last: CHAIN_START, brokenAt: null };
      expect(await checkAudit(store.audit)).toEqual(nothing);
    });

    it('gives back what was recorded, newest first, and page by page', async () => {
      for (const subject of ['a', 'b', 'c']) await store.audit.record(act(subject));
      const newest = await store.audit.page(2, null);
      expect(newest).toMatchObject([
        { number: 3, ...act('c') },
        { number: 2, ...act('b') },
      ]);
      expect(await store.audit.page(2, 2)).toMatchObject([{ number: 1, ...act('a') }]);
      expect(await store.audit.page(2, 1)).toEqual([]);
    });

    it('chains entries, whatever their detail is and however many there are', async () => {
      const details = [
        { b: 1, a: [null, { z: 'é', y: undefined }] },
        'text',
        null,
        0.5,
        [],
        'x\ny',
      ];
      await Promise.all(
        Array.from({ length: 1203 }, (_, i) => store.audit.record(act(`r${i}`, details[i % 6]))),
      );
      const numbers: number[] = [];
      const finding = await checkAudit(store.audit, ({ number }) => numbers.push(number));
      const [last] = await store.audit.page(1, null);
      expect(finding).toEqual({ count: 1203, last: last?.hash, brokenAt: null });
      expect(numbers).toEqual(Array.from({ length: 1203 }, (_, i) => i + 1));
    });
  });
}
