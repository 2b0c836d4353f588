import { expect } from 'vitest';
import type { BadInput, Check } from './case.ts';
import type { Answer } from './send.ts';

/** Whatever tells how the server is made: stack frames, module paths, source positions. */
const INSIDES = /\n\s+at |node_modules|file:\/\/|\/server\/\w|\.[cm]?[jt]s:\d+|SQLITE_/;

/** What holds for every answer to a case. */
export function checkAnswer(input: BadInput, answer: Answer): void {
  expect(input.expectStatus, `status ${answer.status}: ${answer.body.slice(0, 500)}`).toContain(
    answer.status,
  );
  const type = String(answer.headers['content-type'] ?? '');
  if (answer.status < 400) {
    expect(type).not.toContain('problem+json');
    return;
  }
  expect(answer.body).not.toMatch(INSIDES);
  const hasBody = input.method !== 'HEAD' && answer.status !== 431;
  if (input.expectProblem === true && hasBody) checkProblem(answer, type);
}

function checkProblem(answer: Answer, type: string): void {
  expect(type).toMatch(/^application\/problem\+json/);
  const problem: unknown = JSON.parse(answer.body);
  expect(problem).toMatchObject({
    type: expect.any(String),
    title: expect.stringMatching(/./),
    status: answer.status,
    detail: expect.stringMatching(/./),
  });
}

/** What a check says of the answer alone; those that ask the server again stand in the test. */
export function checkAlso(check: Check, answer: Answer, before: Answer | undefined): void {
  const compact = withoutBlanks(answer.body);
  if (check.header !== undefined) {
    const value = answer.headers[check.header.toLowerCase()];
    expect(value, `header ${check.header}`).toBeDefined();
    if (check.matches !== undefined) expect(String(value)).toMatch(new RegExp(check.matches));
    if (check.sameAsBefore !== undefined) {
      const was = before?.headers[check.header.toLowerCase()];
      expect(value === was).toBe(check.sameAsBefore);
    }
  }
  if (check.noHeader !== undefined) {
    expect(answer.headers[check.noHeader.toLowerCase()]).toBeUndefined();
  }
  if (check.bodyHas !== undefined) expect(compact).toContain(check.bodyHas);
  if (check.bodyLacks !== undefined) expect(compact).not.toContain(check.bodyLacks);
  if (check.bodyAtMost !== undefined) {
    expect(Buffer.byteLength(answer.body)).toBeLessThanOrEqual(check.bodyAtMost);
  }
  if (check.pointer !== undefined && [400, 422].includes(answer.status)) {
    checkPointer(check.pointer, answer);
  }
}

/** JSON is written without blanks between tokens first; other texts stay. */
export function withoutBlanks(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}

/** One of the errors points there, below, or just above; "" asks only that there is one. */
function checkPointer(pointer: string, answer: Answer): void {
  const { errors = [] } = JSON.parse(answer.body) as { errors?: { pointer?: string }[] };
  const above = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
  const near = errors.filter(
    (error) =>
      pointer === '' ||
      error.pointer === pointer ||
      error.pointer === above ||
      error.pointer?.startsWith(`${pointer}/`),
  );
  expect(near, `errors near ${pointer} in ${answer.body.slice(0, 500)}`).not.toHaveLength(0);
}
