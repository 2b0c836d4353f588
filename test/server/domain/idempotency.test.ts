import { describe, expect, it } from 'vitest';
import { readIdempotencyKey } from '../../../server/domain/idempotency.ts';

describe('the header Idempotency-Key', () => {
  it.each([
    '"0b7e6f1c-5d0a"',
    '0b7e6f1c-5d0a',
    '"with a blank"',
    '"\\"quoted\\""',
    'k'.repeat(255),
  ])('is taken: %s', (header) => expect(readIdempotencyKey(header)).not.toBeNull());

  it.each(['', '""', '"', '"a', 'a"b', 'two words', 'é', '"é"', '"\\a"', 'k'.repeat(256)])(
    'is refused: %s',
    (header) => expect(readIdempotencyKey(header)).toBeNull(),
  );

  it('is the same key with and without quotes', () => {
    expect(readIdempotencyKey('"abc"')?.keyHash).toBe(readIdempotencyKey('abc')?.keyHash);
  });
});

describe('what is sealed by a key', () => {
  const key = readIdempotencyKey('first');
  const other = readIdempotencyKey('second');

  it('is opened by the same key alone, and reads of nothing', () => {
    const sealed = key?.seal('the secret token') ?? '';
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('secret');
    expect(readIdempotencyKey('"first"')?.open(sealed)).toBe('the secret token');
    expect(() => other?.open(sealed)).toThrow();
  });

  it('tells a body by nothing that can be made without the key', () => {
    expect(key?.bodyHash({ a: 1 })).toBe(readIdempotencyKey('first')?.bodyHash({ a: 1 }));
    expect(key?.bodyHash({ a: 1 })).not.toBe(key?.bodyHash({ a: 2 }));
    expect(key?.bodyHash({ a: 1 })).not.toBe(other?.bodyHash({ a: 1 }));
  });
});
