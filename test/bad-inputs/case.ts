import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** A text, or parts to be joined. */
export type Parts = string | readonly Part[];
type Part =
  | string
  | { readonly repeat: string; readonly times: number; readonly counter?: string }
  | { readonly given: keyof Given };

/** What only the running server knows. `moderatorCookie` is a signed-in moderator's `Cookie` header. */
export interface Given {
  readonly origin: string;
  readonly hostname: string;
  readonly moderatorCookie: string;
}

/** A request as it stands, escapes and all. */
export interface BadRequest {
  readonly method: string;
  readonly path: Parts;
  readonly headers?: Readonly<Record<string, Parts>>;
  readonly body?: Parts;
  readonly bodyBase64?: string;
  /** How many times to compress the body. */
  readonly gzip?: number;
  /** `raw`: by a socket, as no client library would; `chunked`: without Content-Length. */
  readonly send?: 'raw' | 'chunked';
}

export interface BadInput extends BadRequest {
  readonly name: string;
  /** Any of these is right. */
  readonly expectStatus: readonly number[];
  /** "either": Node's parser or the file server may answer first, so the form is not looked at. */
  readonly expectProblem: boolean | 'either';
  readonly before?: readonly BadRequest[];
  readonly also?: readonly Check[];
  readonly why: string;
}

/** A further check; `if` limits it to one status. `note` is for people. */
export interface Check {
  readonly if?: number;
  readonly header?: string;
  readonly matches?: string;
  readonly sameAsBefore?: boolean;
  readonly noHeader?: string;
  readonly bodyHas?: string;
  readonly bodyLacks?: string;
  readonly bodyAtMost?: number;
  readonly followHas?: string;
  readonly followLacks?: string;
  readonly pointer?: string;
  readonly countUnchanged?: boolean;
  readonly then?: BadRequest & { readonly expectStatus: readonly number[] };
  readonly note?: string;
}

export function joined(parts: Parts, given: Given): string {
  return typeof parts === 'string' ? parts : [...pieces(parts, given)].join('');
}

/** @returns undefined where the case sends none. */
export async function bodyOf(request: BadRequest, given: Given): Promise<Buffer | undefined> {
  const { body, bodyBase64, gzip = 0 } = request;
  if (bodyBase64 !== undefined) return Buffer.from(bodyBase64, 'base64');
  if (body === undefined) return undefined;
  let stream = Readable.from(typeof body === 'string' ? [body] : pieces(body, given));
  for (let i = 0; i < gzip; i++) stream = stream.pipe(createGzip());
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The parts' text, at most about a megabyte at once: some bodies are large before they are zipped. */
function* pieces(parts: readonly Part[], given: Given): Generator<string> {
  for (const part of parts) {
    if (typeof part === 'string') yield part;
    else if ('given' in part) yield given[part.given];
    else if (part.counter !== undefined) {
      for (let i = 0; i < part.times; i++) yield part.repeat.replaceAll(part.counter, String(i));
    } else {
      const atOnce = Math.max(1, Math.floor(1_000_000 / part.repeat.length));
      for (let left = part.times; left > 0; left -= atOnce) {
        yield part.repeat.repeat(Math.min(atOnce, left));
      }
    }
  }
}
