import type { Request, RequestHandler, Response } from 'express';
import { HttpProblem } from './problem.ts';

/**
 * A moderator's session in a cookie: no script reads it, no other site sends it. Over https its
 * name begins with `__Host-`, which keeps a neighbouring host name from setting it (RFC 6265bis §4.1.3.2).
 */
export class SessionCookie {
  private readonly isSecure: boolean;
  private readonly name: string;
  constructor(private readonly publicUrl: string) {
    this.isSecure = publicUrl.startsWith('https:');
    this.name = this.isSecure ? '__Host-session' : 'session';
  }

  read(request: Request): string | null {
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const equals = pair.indexOf('=');
      if (equals > 0 && pair.slice(0, equals).trim() === this.name) {
        return pair.slice(equals + 1).trim();
      }
    }
    return null;
  }

  /** @param maxAgeSeconds 0 takes it away. */
  write(response: Response, value: string, maxAgeSeconds: number): void {
    const attributes = `Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; SameSite=Strict`;
    const secure = this.isSecure ? '; Secure' : '';
    response.setHeader('Set-Cookie', `${this.name}=${value}; ${attributes}${secure}`);
  }

  /** A change that carries our cookie must say that it comes from our own pages. */
  readonly guard: RequestHandler = (request, _response, next) => {
    const isRefused = this.read(request) !== null && this.comesFromUs(request) !== true;
    next(isRefused && isChange(request) ? this.refusal() : undefined);
  };

  /** A change without a cookie, such as signing in, must at least not come from other pages. */
  readonly strictGuard: RequestHandler = (request, _response, next) => {
    const isRefused = this.comesFromUs(request) === false;
    next(isRefused && isChange(request) ? this.refusal() : undefined);
  };

  private refusal(): HttpProblem {
    return new HttpProblem(403, `This is done from pages of ${this.publicUrl} alone.`);
  }

  /** Null where the client says nothing of it; browsers do. */
  private comesFromUs(request: Request): boolean | null {
    const { 'sec-fetch-site': site, origin } = request.headers;
    if (site !== undefined) return site === 'same-origin';
    return origin === undefined ? null : origin === this.publicUrl;
  }
}

function isChange(request: Request): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}
