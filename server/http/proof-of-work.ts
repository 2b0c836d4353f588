import { randomBytes } from 'node:crypto';
import {
  CappedMap,
  type Challenge,
  createChallenge,
  type Payload,
  verifySolution,
} from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { HttpProblem } from './problem.ts';

const WINDOW_MS = 10 * 60_000;
/** A solution is found after 256 tries on average, each of so many rounds of PBKDF2. */
const KEY_PREFIX = '00';
const LEAST_ROUNDS = 500;
/** The dearest is 64 times the first: some seconds on a phone. */
const MOST_DOUBLINGS = 6;
const LONGEST_SOLUTION = 4000;
/** As many as can be answered before the first of them ends. */
const MOST_USED = 20_000;

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z
        .int()
        .min(1)
        .max(LEAST_ROUNDS * 2 ** MOST_DOUBLINGS),
      keyLength: z.literal(32),
      nonce: z.string().max(100),
      salt: z.string().max(100),
      keyPrefix: z.string().max(100),
      expiresAt: z.int(),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xffffffff), derivedKey: z.string().max(100) }),
});

/**
 * Asks for work before a report is taken, once more come than people send, and for more work the
 * more come: a flood gets dear, and nobody has to be known for it. At rest nothing is asked.
 */
export class ProofOfWork {
  private readonly secret = randomBytes(32).toString('hex');
  private readonly used = new CappedMap<string, true>({ maxSize: MOST_USED });
  private arrivals: number[] = [];

  /**
   * @param restful so many reports in ten minutes ask for no work; 0: never does any.
   * @param now milliseconds since 1970.
   */
  constructor(
    private readonly restful: number,
    private readonly now: () => number,
  ) {}

  /** Counts a report that was sent. */
  count(): void {
    // Where nothing is ever asked, nothing looks at them either, and they would pile up.
    if (this.restful > 0) this.arrivals.push(this.now());
  }

  /** @returns what to solve before the next report; null at rest. */
  async challenge(): Promise<Challenge | null> {
    const rounds = this.rounds();
    if (rounds === 0) return null;
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: rounds,
      keyPrefix: KEY_PREFIX,
      deriveKey,
      hmacSignatureSecret: this.secret,
      expiresAt: Math.ceil((this.now() + WINDOW_MS) / 1000),
    });
  }

  /**
   * @param header base64 of altcha's payload, as it came in `Challenge-Solution`.
   * @throws HttpProblem 429 with a challenge, where work is asked for and none was done for it.
   */
  async check(header: string | undefined): Promise<void> {
    const challenge = await this.challenge();
    if (challenge === null) return;
    if (header !== undefined && (await this.isSolved(header))) return;
    throw new HttpProblem(
      429,
      'Many reports are coming in. Solve the challenge, and send the report again with the solution in the header Challenge-Solution.',
      [],
      { 'Retry-After': '1' },
      { challenge, code: 'work_needed' },
    );
  }

  private async isSolved(header: string): Promise<boolean> {
    const sent = readPayload(header);
    if (!sent?.challenge.signature || this.used.has(sent.challenge.signature)) return false;
    const { verified } = await verifySolution({
      challenge: sent.challenge,
      solution: sent.solution,
      deriveKey,
      hmacSignatureSecret: this.secret,
    });
    if (!verified || this.used.has(sent.challenge.signature)) return false;
    this.used.set(sent.challenge.signature, true);
    return true;
  }

  private rounds(): number {
    if (this.restful === 0) return 0;
    const since = this.now() - WINDOW_MS;
    this.arrivals = this.arrivals.filter((arrival) => arrival > since);
    const load = this.arrivals.length / this.restful;
    if (load < 1) return 0;
    return LEAST_ROUNDS * 2 ** Math.min(MOST_DOUBLINGS, Math.floor(Math.log2(load)));
  }
}

function readPayload(header: string): Payload | null {
  if (header.length > LONGEST_SOLUTION) return null;
  try {
    const parsed = payload.safeParse(JSON.parse(Buffer.from(header, 'base64').toString('utf8')));
    return parsed.success ? (parsed.data as Payload) : null;
  } catch {
    return null;
  }
}
