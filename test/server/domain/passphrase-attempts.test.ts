import { beforeEach, describe, expect, it } from 'vitest';
import {
  MOST_FOR_A_NAME,
  MOST_FOR_ALL,
  PassphraseAttempts,
} from '../../../server/domain/passphrase-attempts.ts';

const MINUTE = 60_000;

describe('attempts at passphrases', () => {
  let now: number;
  let attempts: PassphraseAttempts;
  beforeEach(() => {
    now = 1_000_000;
    attempts = new PassphraseAttempts(() => now);
  });

  const begin = (name: string, times: number) =>
    Array.from({ length: times }, () => attempts.begin(name));

  it('are limited for a name, and not for another', () => {
    expect(begin('Ada', MOST_FOR_A_NAME)).toEqual([0, 0, 0, 0, 0]);
    now += MINUTE;
    expect(attempts.begin('Ada')).toBe(14 * MINUTE);
    expect(attempts.begin('Grace')).toBe(0);
  });

  it('are taken again as the first ones are a quarter of an hour ago', () => {
    begin('Ada', 3);
    now += MINUTE;
    begin('Ada', 2);
    now += 14 * MINUTE;
    expect(begin('Ada', 4)).toEqual([0, 0, 0, MINUTE]);
  });

  it('are given back by a right one', () => {
    begin('Ada', MOST_FOR_A_NAME);
    attempts.succeeded('Ada');
    expect(attempts.begin('Ada')).toBe(0);
  });

  it('are limited for all names together, before any of them is judged', () => {
    const waits = Array.from({ length: MOST_FOR_ALL + 2 }, (_, i) => attempts.begin(`Nobody ${i}`));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(MOST_FOR_ALL);
    expect(waits.slice(-2)).toEqual([15 * MINUTE, 15 * MINUTE]);
  });

  it('that failed are told once', () => {
    attempts.failed();
    attempts.failed();
    expect(attempts.takeFailures()).toBe(2);
    expect(attempts.takeFailures()).toBe(0);
  });
});
