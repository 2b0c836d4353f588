import { rmSync } from 'node:fs';
import { benchDatabase } from '../bench/database.ts';
import { writeDatabase } from '../e2e/made-map.ts';
import { freePort, type RunningServer, startForTest } from '../running-server.ts';
import { type MailSink, startMailSink } from '../server/mail-sink.ts';
import { madeIncidents } from './made.ts';
import { type Links, sendReports } from './reports.ts';

/** The first data set · it with reports and moderators · 20,000 made up · odd ones · nothing. */
export type MapName = 'first' | 'desk' | 'many' | 'odd' | 'empty';

export interface PicturedMap {
  readonly server: RunningServer;
  /** Of the desk's reports. */
  readonly links: Links;
  /** Of the desk: takes what it mails. */
  readonly sink: MailSink;
}

const MANY = 20_000;

/** Starts a map when its first picture is due. */
export class Maps {
  readonly #clientFolder: string;
  readonly #benchFolder: string;
  readonly #started = new Map<MapName, Promise<PicturedMap>>();
  readonly #sink = startMailSink();
  readonly #leftovers: string[] = [];

  /**
   * @param clientFolder of the built pages.
   * @param benchFolder where made-up incidents are kept from run to run.
   */
  constructor(clientFolder: string, benchFolder: string) {
    this.#clientFolder = clientFolder;
    this.#benchFolder = benchFolder;
  }

  of(name: MapName): Promise<PicturedMap> {
    const started = this.#started.get(name) ?? this.#start(name);
    this.#started.set(name, started);
    return started;
  }

  async stop(): Promise<void> {
    // One that could not start has been told of by each picture of it.
    const started = await Promise.allSettled(this.#started.values());
    for (const map of started) if (map.status === 'fulfilled') await map.value.server.stop();
    await (await this.#sink).close();
    for (const folder of this.#leftovers) rmSync(folder, { recursive: true });
  }

  async #start(name: MapName): Promise<PicturedMap> {
    const sink = await this.#sink;
    const server = await startForTest(await this.#environment(name, sink), this.#clientFolder);
    return { server, sink, links: name === 'desk' ? await sendReports(server) : new Map() };
  }

  async #environment(name: MapName, sink: MailSink): Promise<Record<string, string>> {
    switch (name) {
      case 'first':
        return { SEED: 'first', REPORTS_PER_HOUR: '0' };
      case 'desk': {
        const port = String(await freePort());
        return {
          SEED: 'first',
          REPORTS_PER_HOUR: '0',
          PORT: port,
          PUBLIC_URL: `http://localhost:${port}`,
          SMTP_URL: sink.url,
          MAIL_FROM: 'map@incidents.example',
        };
      }
      case 'many': {
        const { path, store } = await benchDatabase(this.#benchFolder, MANY);
        await store.close();
        return { SEED: 'none', DATABASE_URL: `sqlite:${path}` };
      }
      case 'odd': {
        const { folder, url } = await writeDatabase(madeIncidents());
        this.#leftovers.push(folder);
        return { SEED: 'none', DATABASE_URL: url };
      }
      case 'empty':
        return { SEED: 'none' };
    }
  }
}
