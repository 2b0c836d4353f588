import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../server/domain/roles.ts';
import type { RunningServer } from '../running-server.ts';

/** The moderators' page, by what people call its parts. */
export class ModerationPage {
  constructor(readonly page: Page) {}

  /** Opens a one-time link and signs in by it. */
  async signIn(server: RunningServer, name: string, role: Role): Promise<void> {
    await this.page.goto(await server.moderatorLink(name, role));
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByText(`Signed in as ${name}`).waitFor();
  }

  get queue(): Locator {
    return this.page.getByRole('navigation', { name: 'Reports waiting' });
  }

  /** The report that is open. */
  get title(): Locator {
    return this.page.locator('h2.record-title');
  }

  async opened(title: string): Promise<void> {
    await this.title.getByText(title, { exact: true }).waitFor();
  }

  /** Waits until the page tells of what was done. */
  async told(words: RegExp): Promise<void> {
    await this.page.getByRole('status').getByText(words).first().waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses the key of a text, and types into it. */
  async write(key: 'r' | 'q' | 'n', text: string): Promise<void> {
    await this.press(key);
    await this.page.keyboard.type(text);
  }
}
