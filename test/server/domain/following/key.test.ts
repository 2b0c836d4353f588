import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FollowingKey } from '../../../../server/domain/following/key.ts';

const key = new FollowingKey(randomBytes(32));
const followed = { address: 'ann@example.org', filter: { q: 'vigil' }, language: 'so' } as const;

describe('what is sealed', () => {
  it('opens for its follower alone, under its key alone, unaltered alone', () => {
    const sealed = key.seal('ann', followed);
    expect(key.open('ann', sealed)).toEqual(followed);
    expect(key.open('bob', sealed)).toBeNull();
    expect(new FollowingKey(randomBytes(32)).open('ann', sealed)).toBeNull();
    sealed[40] = (sealed[40] ?? 0) ^ 1;
    expect(key.open('ann', sealed)).toBeNull();
    expect(key.open('ann', Buffer.alloc(3))).toBeNull();
  });

  it('is never the same twice, and as long for a short address as for a long one', () => {
    expect(key.seal('ann', followed)).not.toEqual(key.seal('ann', followed));
    const longer = { ...followed, address: `${'a'.repeat(60)}@example.org`, filter: {} };
    expect(key.seal('ann', longer).length).toBe(key.seal('ann', followed).length);
    const area = { ...followed, filter: { within: 'x'.repeat(3000) } };
    expect(key.open('ann', key.seal('ann', area))).toEqual(area);
    expect(key.seal('ann', area).length).toBe(4096 + 28);
  });
});

describe('a token', () => {
  it('is the same each time, of 32 bytes, and another for each follower and key', () => {
    expect(key.tokenOf('ann')).toBe(key.tokenOf('ann'));
    expect(key.tokenOf('ann')).toMatch(/^[\w-]{43}$/);
    expect(key.tokenOf('ann')).not.toBe(key.tokenOf('bob'));
    expect(key.tokenOf('ann')).not.toBe(new FollowingKey(randomBytes(32)).tokenOf('ann'));
  });
});

it('names the same mail the same each time, and tells no token by it', () => {
  expect(key.messageIdOf('ann', '2026-06-11')).toBe(key.messageIdOf('ann', '2026-06-11'));
  expect(key.messageIdOf('ann', '2026-06-11')).not.toBe(key.messageIdOf('ann', '2026-06-12'));
  expect(key.messageIdOf('ann', '')).not.toBe(key.tokenOf('ann'));
});
