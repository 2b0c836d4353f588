import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import { entityTag, isNamed } from './conditional.ts';
import { type Encoded, type Encoding, encode, plainEncoding } from './encoding.ts';
import { sendBody } from './send.ts';
import { madeFor, unlessAllLeft, Waiting } from './waiting.ts';

const MOST_BYTES = 32 * 1024 * 1024;
/** A larger share of it would push out too many others: such an answer is not kept. */
const LARGEST_SHARE = 1 / 8;
/** What an answer takes beside its body and its address: its headers, its place in the map. */
const OVERHEAD_BYTES = 2048;

/** A text that was made of one revision of the data. */
export interface Made {
  readonly text: string;
  readonly revision: number;
}

/** Makes an answer. @param signal aborted once nobody waits for it any more. */
export type Make = (signal: AbortSignal) => Promise<Made>;

type MadeAndEncoded = Encoded & { readonly revision: number };

interface UnderWay {
  readonly made: Promise<MadeAndEncoded>;
  readonly waiting: Waiting;
}

interface Answer {
  /** Names and values in turn, as `writeHead` takes them. */
  readonly headers: string[];
  readonly headersOf304: string[];
  readonly tag: string;
  readonly body: Buffer;
  readonly cost: number;
}

/**
 * Keeps the answers of the latest revision by encoding and address, and repeats them before any
 * route is looked at. Nothing else of a request may go into them: they are public, and depend on
 * the address alone. What nobody asked for the longest goes first.
 */
export class AnswerCache {
  private answers = new Map<string, Answer>();
  /** Answers that are being made: who asks meanwhile waits for the same. */
  private readonly underWay = new Map<string, UnderWay>();
  private keptRevision = -1;
  private keptBytes = 0;

  /** @param revision that the data stands at: once it moves on, nothing kept is used again. */
  constructor(
    private readonly revision: () => number,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  /** Bytes that are held, addresses and headers included. */
  get byteLength(): number {
    return this.keptBytes;
  }

  /** Answers what is kept, and leaves the rest to `next`. */
  before(next: RequestListener): RequestListener {
    return (request, response) => {
      const answer = this.find(request);
      if (answer === undefined) next(request, response);
      else repeat(answer, request, response);
    };
  }

  /**
   * Makes an answer, sends it and keeps it.
   * @param response has all headers but those of its content.
   * @param make is called once for all who ask for the same at the same time.
   */
  async send(request: Request, response: Response, type: string, make: Make): Promise<void> {
    const asked = askedBy(request);
    if (asked === null) {
      const made = await madeFor(response, make);
      if (made === null) return;
      response.setHeader('ETag', entityTag(made.revision));
      sendBody(request, response, type, made.text);
      return;
    }
    const { made: making, waiting } = this.make(asked, make);
    waiting.add(response);
    const made = await unlessAllLeft(making, waiting);
    if (made === null) return;
    response.setHeader('ETag', entityTag(made.revision));
    response.setHeader('Content-Type', type);
    if (made.encoding !== 'identity') response.setHeader('Content-Encoding', made.encoding);
    response.setHeader('Content-Length', made.bytes.length);
    if (made.revision === this.revision()) this.keep(asked.key, made, response);
    response.end(made.bytes);
  }

  private find(request: IncomingMessage): Answer | undefined {
    this.forgetOld();
    if (this.answers.size === 0) return undefined;
    const key = askedBy(request)?.key;
    const answer = key === undefined ? undefined : this.answers.get(key);
    if (key === undefined || answer === undefined) return undefined;
    // Moved to the end: the first is the one that nobody asked for the longest.
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer;
  }

  private make({ key, encoding }: Asked, make: Make): UnderWay {
    // Who asks after a change never gets what was begun before it.
    const name = `${this.revision()} ${key}`;
    const known = this.underWay.get(name);
    if (known) return known;
    const waiting = new Waiting();
    const underWay = { made: makeEncoded(encoding, make, waiting.signal), waiting };
    const forget = (): void => {
      if (this.underWay.get(name) === underWay) this.underWay.delete(name);
    };
    underWay.made.then(forget, forget);
    // Who asks from then on has it made anew.
    waiting.signal.addEventListener('abort', forget);
    this.underWay.set(name, underWay);
    return underWay;
  }

  private keep(key: string, { bytes, revision }: MadeAndEncoded, response: Response): void {
    const cost = bytes.length + 2 * key.length + OVERHEAD_BYTES;
    if (cost > this.mostBytes * LARGEST_SHARE) return;
    this.forgetOld();
    if (this.answers.has(key)) return;
    const names = response.getHeaderNames();
    const listed = (shown: readonly string[]): string[] =>
      shown.flatMap((name) => [name, String(response.getHeader(name))]);
    this.answers.set(key, {
      headers: listed(names),
      headersOf304: listed(
        names.filter((name) => !/^content-(?:type|length|encoding)$/.test(name)),
      ),
      tag: entityTag(revision),
      body: bytes,
      cost,
    });
    this.keptBytes += cost;
    for (const [oldest, answer] of this.answers) {
      if (this.keptBytes <= this.mostBytes) break;
      this.answers.delete(oldest);
      this.keptBytes -= answer.cost;
    }
  }

  private forgetOld(): void {
    const revision = this.revision();
    if (revision === this.keptRevision) return;
    this.keptRevision = revision;
    this.answers = new Map();
    this.keptBytes = 0;
  }
}

interface Asked {
  readonly key: string;
  readonly encoding: Encoding;
}

/** @returns null for a request that is answered without the cache. */
function askedBy({ method, headers, url = '' }: IncomingMessage): Asked | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  // A body would have to be read away: see `sendBody`.
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) {
    return null;
  }
  const encoding = plainEncoding(headers['accept-encoding']);
  return encoding === null ? null : { key: `${encoding} ${url}`, encoding };
}

async function makeEncoded(
  encoding: Encoding,
  make: Make,
  signal: AbortSignal,
): Promise<MadeAndEncoded> {
  const { text, revision } = await make(signal);
  return { ...(await encode(text, encoding)), revision };
}

function repeat(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  const { headers, headersOf304, tag, body } = answer;
  if (isNamed(tag, request.headers['if-none-match'])) {
    response.writeHead(304, headersOf304).end();
  } else {
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
  }
}
