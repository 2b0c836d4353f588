import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, canonicalJson, chainHash } from '../../../server/domain/audit-chain.ts';

describe('canonical JSON', () => {
  it('writes members in the order of their names and nothing between', () => {
    const value = { b: [1, { z: 0, y: null }], a: 'é\n', c: undefined, B: true };
    expect(canonicalJson(value)).toBe('{"B":true,"a":"é\\n","b":[1,{"y":null,"z":0}]}');
  });

  it('is the same after a way through JSON', () => {
    const value = { list: [undefined, Number.NaN, 1.5], text: '"', nothing: null };
    expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
  });
});

it('hashes the hash before and the whole entry, so that others can check it', () => {
  const act = { at: 5, by: 'Ada', act: 'report.reject', subject: 'report 1', detail: {} };
  const text =
    '{"act":"report.reject","at":5,"by":"Ada","detail":{},"number":1,"subject":"report 1"}';
  const expected = createHash('sha256')
    .update(CHAIN_START + text)
    .digest('hex');
  expect(chainHash(CHAIN_START, 1, act)).toBe(expected);
});
