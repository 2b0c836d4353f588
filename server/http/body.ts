import type { Request } from 'express';
import { HttpProblem } from './problem.ts';

export const MOST_BODY_BYTES = 256 * 1024;
/** A report nests five deep; what nests deeper was made to exhaust a stack. */
const DEEPEST = 32;

/**
 * Reads a JSON body strictly (RFC 8259): its type and size are judged before it is read, its
 * encoding and depth before it is parsed.
 * @param types media types that are taken.
 * @throws HttpProblem 415, 413 or 400.
 */
export async function readJson(request: Request, types: readonly string[]): Promise<unknown> {
  checkType(request, types);
  const text = decode(await readBytes(request, MOST_BODY_BYTES));
  checkDepth(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'The body is not JSON (RFC 8259).');
  }
}

function checkType(request: Request, types: readonly string[]): void {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').split(';');
  const isKnown = types.includes((type ?? '').trim().toLowerCase());
  const charset = parameters.map((p) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/i.exec(p)?.[1]);
  const isUnicode = charset.every((name) => name === undefined || /^utf-?8$/i.test(name));
  if (!isKnown || !isUnicode) {
    throw new HttpProblem(415, `Send the body as ${types.join(' or ')}, in UTF-8.`, [], {
      'Accept-Post': types.join(', '),
    });
  }
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new HttpProblem(415, 'Send the body as it is, without a Content-Encoding.', [], {
      'Accept-Encoding': 'identity',
    });
  }
}

/**
 * Reads a body whole, and no more than `most` bytes of it.
 * @throws HttpProblem 413 or 400.
 */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  const tooLarge = new HttpProblem(413, `The body is over ${most / 1024} KiB.`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > most) {
        stop();
        reject(tooLarge);
      } else {
        chunks.push(chunk);
      }
    };
    const onEnd = (): void => {
      stop();
      resolve(Buffer.concat(chunks));
    };
    const onClose = (): void => {
      stop();
      reject(new HttpProblem(400, 'The body was cut short.'));
    };
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem(400, 'The body is not UTF-8.');
  }
}

/** Brackets open at once, outside of strings; what is no JSON is left for the parser to say. */
function checkDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > DEEPEST) throw new HttpProblem(400, `The body nests over ${DEEPEST} levels deep.`);
  }
}
