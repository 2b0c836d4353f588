import { expect, it } from 'vitest';
import { rowOfKey } from '../../../client/list/row-keys.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key: name, altKey: false, ctrlKey: false, metaKey: false, ...more }) as KeyboardEvent;

it('leads from row to row by arrows, by a page, and to both ends', () => {
  const from = (name: string) => rowOfKey(key(name), 40, 100, 8);
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(from)).toEqual([
    41, 39, 48, 32, 0, 99,
  ]);
});

it('stops at both ends, and leads nowhere by other keys', () => {
  expect(rowOfKey(key('ArrowUp'), 0, 100, 8)).toBe(0);
  expect(rowOfKey(key('PageDown'), 97, 100, 8)).toBe(99);
  expect(rowOfKey(key('Enter'), 4, 100, 8)).toBeNull();
  expect(rowOfKey(key('Home', { ctrlKey: true }), 4, 100, 8)).toBeNull();
  expect(rowOfKey(key('End'), 0, 0, 8)).toBeNull();
});
