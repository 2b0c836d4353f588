import { sendReport } from '../e2e/sent-report.ts';
import { moderatorCookie, type RunningServer } from '../running-server.ts';
import { plainPhoto } from '../server/made-photos.ts';

/** What has become of each report that stands on the desk. */
export type ReportName = 'waiting' | 'asked' | 'published' | 'rejected';

/** The tokens of their private links; and of the published one, as `incident`, the record's id. */
export type Links = ReadonlyMap<ReportName | 'incident', string>;

interface Queued {
  readonly id: string;
  readonly revision: number;
  readonly feature: { readonly properties: { readonly title: string } };
}

const LAKE_AND_CHICAGO: [number, number] = [-93.2624, 44.9483];

/** Fills the desk with reports of every fate, two of them likely the same as another. */
export async function sendReports(server: RunningServer): Promise<Links> {
  const cookie = await moderatorCookie(server, 'Grace');
  const links = new Map<ReportName | 'incident', string>();
  const send = async (name: ReportName, told: Parameters<typeof sendReport>[1]) => {
    links.set(name, await sendReport(server, told));
  };
  await send('waiting', { title: 'Candles at the corner', coordinates: LAKE_AND_CHICAGO });
  await sendReport(server, {
    title: 'Vigil at Lake and Chicago',
    summary: 'Thirty people with candles. One of them can be asked at 612-555-0142.',
    coordinates: LAKE_AND_CHICAGO,
  });
  await sendReport(server, {
    title: 'Officers at the door of a bakery',
    category: 'raid',
    place: 'Lake Street and Chicago Avenue',
    summary: 'Four officers went in. They came out after ten minutes, and nobody was with them.',
  });
  await send('asked', { title: 'A march on Franklin Avenue', category: 'protest' });
  await act(server, cookie, 'A march on Franklin Avenue', 'ask', {
    text: 'About how many people were there, and which way did they go?',
  });
  await send('rejected', { title: 'Somebody said there was a crowd', category: 'other' });
  await act(server, cookie, 'Somebody said there was a crowd', 'reject', {
    message: 'Nobody who was there has said so yet.',
  });
  await send('published', { title: 'Candles by the lake', summary: 'People stand with candles.' });
  const photo = await addPhoto(server, links.get('published'));
  const { incidentId } = await act(server, cookie, 'Candles by the lake', 'publish', {
    photos: [{ id: photo, alt: 'The sky over the lake at dusk' }],
  });
  links.set('incident', String(incidentId));
  return links;
}

/** Does an act on the report of that title. @returns what it answered. */
async function act(
  server: RunningServer,
  cookie: string,
  title: string,
  name: 'ask' | 'reject' | 'publish',
  body: object,
): Promise<{ incidentId?: string }> {
  const headers = { Cookie: cookie, Origin: server.origin, 'Content-Type': 'application/json' };
  const api = `http://127.0.0.1:${server.port}/api/moderation`;
  const queue = await fetch(`${api}/queue`, { headers });
  const { reports } = (await queue.json()) as { reports: readonly Queued[] };
  const report = reports.find(({ feature }) => feature.properties.title === title);
  if (!report) throw new Error(`no report waits with the title "${title}"`);
  const response = await fetch(`${api}/reports/${report.id}/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ revision: report.revision, ...body }),
  });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { incidentId?: string };
}

/** @returns the photo's id. */
async function addPhoto(server: RunningServer, token: string | undefined): Promise<string> {
  const jpeg = await plainPhoto({ width: 1200, height: 800 }).jpeg().toBuffer();
  const address = `http://127.0.0.1:${server.port}/api/reports/${token}/photos`;
  const headers = { 'Content-Type': 'image/jpeg' };
  const response = await fetch(address, { method: 'POST', headers, body: new Uint8Array(jpeg) });
  if (!response.ok) throw new Error(`photo: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}
