import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What the page never asks for is denied to whatever might get into it. */
const PERMISSIONS = [
  'geolocation=(self)',
  'camera=()',
  'microphone=()',
  'payment=()',
  'usb=()',
  'browsing-topics=()',
].join(', ');

/**
 * Headers that every answer carries. Scripts, workers and styles come as files of this server alone;
 * `data:` is how MapLibre's style sheet holds its icons.
 * @param basemapStyleUrl a style names its tiles and letters itself, so all of https is let in where
 *   the host has chosen one.
 * @param publicUrl over plain http a browser is not told to come by https: it could not.
 */
export function securityHeaders(
  publicUrl: string,
  basemapStyleUrl: string | null,
): RequestHandler[] {
  const isSecure = publicUrl.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", ...hostsOf(basemapStyleUrl)],
          workerSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      crossOriginOpenerPolicy: isSecure,
      originAgentCluster: isSecure,
      // Other sites of the host under the same name may have no https yet.
      strictTransportSecurity: isSecure && { includeSubDomains: false },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', PERMISSIONS);
      next();
    },
  ];
}

function hostsOf(styleUrl: string | null): string[] {
  return styleUrl === null ? [] : [new URL(styleUrl).origin, 'https:'];
}

/** What anyone may read, a page of any site may read (Fetch Standard §3.2; no cookies are involved). */
export const readableFromAnywhere: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Content-Disposition, ETag');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  next();
};
