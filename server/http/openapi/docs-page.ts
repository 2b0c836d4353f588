import { escapeHtml } from '../../domain/html.ts';
import type { Part } from './incident-schemas.ts';
import { QUERY_PARAMETERS } from './parameters.ts';
import { API_PATHS, OTHER_PATHS } from './paths.ts';

/** Makes a page to read of the declarations that the description is made of. No script, no style. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>API · Minneapolis Incident Map</title></head>
<body>
<main>
<h1>The map's data, for programs</h1>
<p>Everything here follows <a href="https://ogcapi.ogc.org/features/">OGC API – Features 1.0</a>:
QGIS, GDAL and others open it at <a href="/api">/api</a>. The description for programs is
<a href="/api/openapi.json">openapi.json</a>; people <a href="/">open the map</a>.</p>
<p>Positions are longitude, latitude in WGS 84 degrees. A parameter that is unknown or cannot be
read is answered 400 with a problem document (RFC 9457) that names it.</p>
<p>GDAL and QGIS send a filter on <code>occurredAt</code> as <code>datetime</code>: it finds what may have
gone on within the window, the end days of it included. They leave out an offset, so write such times in
UTC: <code>occurredAt &gt;= '2026-01-15T00:00:00Z'</code> for 6 pm of 14 January; a day alone is a day in
Minneapolis.</p>
<h2>Addresses</h2>
${rows([['Address', 'What it does', 'Parameters'], ...operations()])}
<h2>Parameters</h2>
${rows([['Name', 'What it means', 'Takes'], ...parameters()])}
</main>
</body>
</html>
`;
}

function operations(): string[][] {
  const shown = [
    ...Object.entries(API_PATHS).map(([path, methods]) => [`/api${path}`, methods] as const),
    ...Object.entries(OTHER_PATHS),
  ];
  return shown.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, parameters = [] }]) => [
      `${method.toUpperCase()} ${path === '/api/' ? '/api' : path}`,
      summary,
      parameters.join(', '),
    ]),
  );
}

function parameters(): string[][] {
  return Object.entries(QUERY_PARAMETERS).map(([name, { description, schema }]) => [
    name,
    String(description),
    takenBy(schema as Part),
  ]);
}

/** What a schema says of a value that the description does not. */
function takenBy({ type, enum: values, minimum, maximum, default: usual }: Part): string {
  const list = type === 'boolean' ? [true, false] : Array.isArray(values) ? values : [];
  const taken = [
    list.map((value) => `\`${value}\``).join(' or '),
    maximum === undefined ? '' : `${minimum} to ${maximum}`,
    usual === undefined ? '' : `without it, ${usual}`,
  ];
  return taken.filter((part) => part !== '').join('; ');
}

/** @param lines the first is the heading; the first cell of each other names its row. */
function rows([heading = [], ...lines]: readonly (readonly string[])[]): string {
  const head = heading.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = lines.map(([name = '', ...cells]) => {
    const others = cells.map((cell) => `<td>${withCode(escapeHtml(cell))}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${others}</tr>`;
  });
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

/** Descriptions are CommonMark, as OpenAPI has them; of it they use this alone. */
function withCode(html: string): string {
  return html.replace(/`([^`]+)`/g, '<code>$1</code>');
}
