import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashToken } from '../../../server/domain/secrets.ts';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { type Answer, ITEMS, post, signIn } from '../http/requests.ts';
import { startTestServer, type TestServer } from '../http/test-server.ts';
import { photoWithMetadata } from '../made-photos.ts';
import { type Life, OPEN, reportOf, SECRET } from './made-lives.ts';

/** Names that moderators have in this test. */
export const MODERATOR = 'Zebulon Quartermain';

/** A map on which reports live through all that can become of them, over HTTP as people do it. */
export class ModeratedMap {
  /** Whatever names something of a report that is not public: tokens, ids among moderators, photos. */
  readonly hidden: string[] = [];
  readonly incidents: string[] = [];
  readonly photos: string[] = [];
  private readonly waiting: string[] = [];

  private constructor(
    readonly server: TestServer,
    private readonly folder: string,
    private readonly database: Connection,
    private readonly headers: Record<string, string>,
    private readonly photo: Buffer,
  ) {}

  static async open(): Promise<ModeratedMap> {
    const folder = await mkdtemp(join(tmpdir(), 'incidents-'));
    const file = join(folder, 'incidents.db');
    const server = await startTestServer({ DATABASE_URL: `sqlite:${file}` });
    const database = await Connection.open(file, 'read');
    const photo = await photoWithMetadata(`${SECRET}-camera`);
    return new ModeratedMap(server, folder, database, await signIn(server, MODERATOR), photo);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.server.stop();
    await rm(this.folder, { recursive: true });
  }

  /** Lets a report live. @returns the id of the incident that it became or was merged into, or null. */
  async live(made: Life, number: number): Promise<string | null> {
    const secret = `${SECRET}${number}`;
    const isOpen =
      made.fate === 'published' || made.fate === 'merged' || made.fate === 'sent twice';
    const isEdited = made.fate === 'edited and published';
    const body = reportOf(made, isOpen ? `${OPEN}${number}` : secret, secret);
    const path = await this.submit(body);
    if (made.fate === 'sent twice') await this.submit(body);
    const report = await this.reportAt(path);
    const photo = made.hasPhoto ? await this.addPhoto(path) : null;
    if (made.isTalkedOver) await this.talk(path, report, secret);
    if (isEdited) {
      const feature = reportOf(made, `${OPEN}${number}`, secret);
      await this.act(report, '', { feature }, 'PUT');
    }
    const photos = photo !== null && made.showsPhoto ? [{ id: photo, alt: 'A street' }] : [];
    switch (made.fate) {
      case 'pending':
        this.waiting.push(report);
        return null;
      case 'withdrawn':
        await this.server.get(path, { method: 'DELETE' });
        return null;
      case 'rejected':
        await this.act(report, '/reject', { message: `Rejected ${secret}` });
        return null;
      case 'scheduled':
        await this.act(report, '/publish', { photos });
        return null;
      case 'merged into another report':
        return this.mergeReport(report);
      case 'merged':
        return this.merge(report, photos);
      case 'published and taken back': {
        const { incidentId } = await this.act(report, '/publish', { photos });
        await this.act(report, '/undo', {});
        this.incidents.push(incidentId);
        return incidentId;
      }
      default:
        return this.publish(report, photos);
    }
  }

  private async submit(body: unknown): Promise<string> {
    const response = await post(this.server, ITEMS, body);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${response.status}: ${await response.text()}`);
    const { pathname } = new URL(location);
    this.hidden.push(pathname.split('/').at(-1) ?? '');
    return pathname;
  }

  private async reportAt(path: string): Promise<string> {
    const row = await this.database.get<{ id: string }>(
      'SELECT id FROM reports WHERE token_hash = $hash',
      { $hash: hashToken(path.split('/').at(-1) ?? '') },
    );
    if (!row) throw new Error('no such report');
    this.hidden.push(row.id);
    return row.id;
  }

  private async addPhoto(path: string): Promise<string> {
    const response = await this.server.get(`${path}/photos`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/jpeg' },
      body: this.photo as BodyInit,
    });
    const { id } = (await response.json()) as Answer;
    this.hidden.push(id);
    return id;
  }

  private async talk(path: string, report: string, secret: string): Promise<void> {
    await this.act(report, '/claim', {});
    await this.act(report, '/notes', { text: `Note ${secret}` });
    await this.act(report, '/ask', { text: `Question ${secret}` });
    await post(this.server, `${path}/answers`, { text: `Answer ${secret}` });
  }

  private async publish(report: string, photos: unknown[]): Promise<string> {
    const { incidentId } = await this.act(report, '/publish', { photos });
    this.incidents.push(incidentId);
    await this.collectPhotos(incidentId);
    return incidentId;
  }

  private async merge(report: string, photos: unknown[]): Promise<string> {
    const incidentId = this.incidents.at(-1);
    const item = incidentId && (await this.server.get(`${ITEMS}/${incidentId}`));
    // Nothing is public yet, or the latest was taken back: then it is published by itself.
    if (!incidentId || !item || item.status !== 200) return this.publish(report, photos);
    const { properties } = (await item.json()) as Answer;
    const merging = { incidentId, incidentRevision: properties.revision, relation: 'agrees' };
    await this.act(report, '/merge', merging);
    return incidentId;
  }

  private async mergeReport(report: string): Promise<null> {
    const into = this.waiting.at(-1);
    if (into !== undefined) {
      await this.act(report, '/merge-report', { into, intoRevision: await this.revisionOf(into) });
    }
    return null;
  }

  private async collectPhotos(incidentId: string): Promise<void> {
    const item = (await (await this.server.get(`${ITEMS}/${incidentId}`)).json()) as Answer;
    for (const { id } of item.properties.photos ?? []) this.photos.push(id);
  }

  private async act(report: string, name: string, body: object, method = 'POST'): Promise<Answer> {
    const sent = name === '/notes' ? body : { revision: await this.revisionOf(report), ...body };
    const response = await this.server.get(`/api/moderation/reports/${report}${name}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...this.headers },
      body: JSON.stringify(sent),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${name}: ${response.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  private async revisionOf(report: string): Promise<number> {
    const row = await this.database.get<{ revision: number }>(
      'SELECT revision FROM reports WHERE id = $id',
      { $id: report },
    );
    return row?.revision ?? 0;
  }
}
