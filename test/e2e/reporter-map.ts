import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { moderatorCookie, type RunningServer, startForTest } from '../running-server.ts';
import { madePhoto } from './made-photo.ts';
import { MapPage } from './map-page.ts';
import { ReportForm, type Told } from './report-form.ts';
import { newVisitor, openBrowser, type Visitor } from './visitor.ts';

export const VIGIL: Told = {
  corner: 'Lake Street and Chicago',
  category: 'Vigil',
  title: 'Candles at the corner',
  summary: 'About twenty people stand with candles.',
};

export interface AtForm {
  readonly visitor: Visitor;
  readonly map: MapPage;
  readonly form: ReportForm;
}

interface Waiting {
  readonly id: string;
  readonly revision: number;
  readonly feature: { readonly properties: { readonly title: string } };
}

/** The map of a test file about reporters, with its first data set; reports wait for a moderator. */
export class ReporterMap {
  server!: RunningServer;
  browser!: Browser;

  constructor() {
    beforeAll(async () => {
      const environment = { SEED: 'first', PUBLISH: 'reviewed', REPORTS_PER_HOUR: '0' };
      this.server = await startForTest(environment);
      this.browser = await openBrowser();
    });
    afterAll(async () => {
      await this.browser?.close();
      await this.server?.stop();
    });
  }

  visitor(options: Parameters<typeof newVisitor>[2] = {}, at = this.server): Promise<Visitor> {
    return newVisitor(this.browser, at.origin, options);
  }

  /** A visitor before an open form. */
  async atForm(options: Parameters<typeof newVisitor>[2] = {}, at = this.server): Promise<AtForm> {
    const visitor = await this.visitor(options, at);
    const map = new MapPage(visitor.page);
    await map.open(`${at.origin}/#report`);
    const form = new ReportForm(visitor.page);
    await form.button('Next').waitFor();
    return { visitor, map, form };
  }

  /** Asks the server directly, past the name that the page has for it. */
  local(path: string): string {
    return `http://127.0.0.1:${this.server.port}${new URL(path, this.server.origin).pathname}`;
  }

  /** @returns a report as its reporter has it. */
  async report(token: string) {
    return (await fetch(this.local(`/api/reports/${token}`))).json();
  }

  async queue(): Promise<readonly Waiting[]> {
    const response = await fetch(this.local('/api/moderation/queue'), {
      headers: { Cookie: await moderatorCookie(this.server) },
    });
    return (await response.json()).reports;
  }

  async titlesWaiting(title: string): Promise<number> {
    return (await this.queue()).filter(({ feature }) => feature.properties.title === title).length;
  }
}

export async function photoFile() {
  return { name: 'street.jpg', mimeType: 'image/jpeg', buffer: await madePhoto() };
}

/** The steps after the place. */
export async function finish(form: ReportForm, title: string): Promise<void> {
  await form.button('Next').click();
  await form.category(VIGIL.category).check({ force: true });
  await form.button('Next').click();
  await form.form.getByLabel('In one line').fill(title);
  await form.form.getByLabel('What did you see?').fill(VIGIL.summary);
}
