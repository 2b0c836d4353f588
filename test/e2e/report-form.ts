import type { Locator, Page } from 'playwright-core';

/** What a person tells of an incident. */
export interface Told {
  readonly corner: string;
  readonly category: string;
  readonly title: string;
  readonly summary: string;
  readonly links?: string;
}

/** The report form, by what people call its parts. */
export class ReportForm {
  constructor(readonly page: Page) {}

  get form(): Locator {
    return this.page.locator('form.report-form');
  }

  button(name: 'Next' | 'Back' | 'Send report'): Locator {
    return this.form.getByRole('button', { name, exact: true });
  }

  /** @returns the message that stands beside a field, tied to it for screen readers. */
  async errorBeside(field: Locator): Promise<string> {
    await this.page.locator('[aria-invalid="true"]').first().waitFor();
    const id = await field.getAttribute('aria-describedby');
    return id === null ? '' : ((await this.page.locator(`#${id}`).textContent()) ?? '');
  }

  /** Types a corner and takes the first place offered. */
  async pickCorner(corner: string): Promise<void> {
    await this.form.getByRole('combobox').fill(corner);
    await this.form.getByRole('option').first().click();
  }

  category(label: string): Locator {
    return this.form.getByRole('radio', { name: label, exact: true });
  }

  /** Fills in all three steps, up to the last button. */
  async fill(told: Told): Promise<void> {
    await this.pickCorner(told.corner);
    await this.button('Next').click();
    // Its label, which is pressed once it stands still; a forced press of the hidden input may miss it.
    await this.category(told.category).locator('..').click();
    await this.button('Next').click();
    await this.form.getByLabel('In one line').fill(told.title);
    await this.form.getByLabel('What did you see?').fill(told.summary);
    if (told.links !== undefined) await this.form.getByLabel('Links').fill(told.links);
  }

  /** Sends it. @returns the private link. */
  async send(): Promise<string> {
    await this.button('Send report').click();
    await this.page.getByRole('heading', { name: /Your report waits for review/ }).waitFor();
    return this.page.getByLabel('Your private link').inputValue();
  }
}
