import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { MapPage } from '../e2e/map-page.ts';
import { ModerationPage } from '../e2e/moderation-page.ts';
import { print } from '../e2e/paper.ts';
import { ReportForm } from '../e2e/report-form.ts';
import { newVisitor, type Visitor } from '../e2e/visitor.ts';
import type { Maps, PicturedMap } from './maps.ts';
import { writeStrip } from './sheet.ts';
import type { Scene, Screen, State } from './state.ts';

/** From this width on, the list stands beside the map. */
const WIDE_PX = 900;
const PATIENCE_MS = 20_000;

/** Takes pictures with one browser, of which each screen and map has a visitor whose caches stay warm. */
export class Photographer {
  readonly #browser: Browser;
  readonly #maps: Maps;
  readonly #folder: string;
  readonly #visitors = new Map<string, Promise<Visitor>>();

  constructor(browser: Browser, maps: Maps, folder: string) {
    this.#browser = browser;
    this.#maps = maps;
    this.#folder = folder;
  }

  /** @returns the picture's path. @throws Error where the state was not reached. */
  async take(state: State, screen: Screen): Promise<string> {
    const at = await this.#maps.of(state.map ?? 'first');
    const visitor = await this.#visitor(state, screen, at);
    // A page of its own, so that no route or script of another state is left.
    const page = await visitor.context.newPage();
    try {
      await forgetAll(page, at);
      if (state.height) await page.setViewportSize({ width: screen.width, height: state.height });
      if (state.media) await page.emulateMedia(state.media);
      const scene = sceneOf(page, at, screen);
      await reach(state, scene);
      const path = join(this.#folder, `${state.name}-${screen.width}-${screen.scheme}.png`);
      if (state.strip) await takeStrip(page, state.strip, path);
      else await page.screenshot({ path, fullPage: state.isPrinted ?? false });
      return path;
    } finally {
      await page.close();
      if (state.visitor) await visitor.context.close();
    }
  }

  /** Lets go of a screen's visitors. */
  async leave(): Promise<void> {
    for (const visitor of this.#visitors.values()) await (await visitor).context.close();
    this.#visitors.clear();
  }

  #visitor(state: State, screen: Screen, at: PicturedMap): Promise<Visitor> {
    const { width, height, scheme } = screen;
    const isHandheld = width < WIDE_PX;
    const options = {
      viewport: { width, height },
      colorScheme: scheme,
      hasTouch: isHandheld,
      isMobile: isHandheld,
      deviceScaleFactor: width === 360 ? 2 : 1,
    };
    if (state.visitor) {
      return newVisitor(this.#browser, at.server.origin, { ...options, ...state.visitor });
    }
    const key = `${at.server.origin} ${width} ${scheme}`;
    const visitor = this.#visitors.get(key) ?? newVisitor(this.#browser, at.server.origin, options);
    this.#visitors.set(key, visitor);
    return visitor;
  }
}

function sceneOf(page: Page, at: PicturedMap, screen: Screen): Scene {
  return {
    page,
    at,
    screen,
    isNarrow: screen.width < WIDE_PX,
    map: new MapPage(page),
    form: new ReportForm(page),
    desk: new ModerationPage(page),
  };
}

async function reach(state: State, scene: Scene): Promise<void> {
  const { page, at } = scene;
  const { address = '/', hasMap = true } = state;
  await state.before?.(scene);
  await page.goto(at.server.origin + (typeof address === 'string' ? address : address(at)));
  if (hasMap) await rest(page);
  await state.steps?.(scene);
  if (state.height && scene.isNarrow) await raiseFully(scene);
  if (hasMap && !state.strip) await rest(page);
  if (state.isPrinted) await print(page);
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
}

/** Where a sheet is up, raises it fully, so that as much of it is seen as the screen has room for. */
async function raiseFully({ page }: Scene): Promise<void> {
  const sheet = page.locator('.sheet');
  if ((await sheet.count()) === 0) return;
  const screen = page.viewportSize()?.height ?? 0;
  const height = async (): Promise<number> => (await sheet.boundingBox())?.height ?? 0;
  if ((await height()) < screen / 3) return;
  // A step of the form may raise it at the same moment; from its highest it goes on with its lowest.
  for (let press = 0; press < 3 && (await height()) < (screen * 2) / 3; press++) {
    await page.locator('.sheet-grip').click();
    await rest(page);
  }
}

/** Waits until the map is drawn, or is known not to be. */
async function rest(page: Page): Promise<void> {
  await page
    .locator('html[data-map="idle"], html[data-map="missing"]')
    .waitFor({ timeout: PATIENCE_MS });
}

/** What another state left on the device is gone; files that the browser has cached stay. */
async function forgetAll(page: Page, { server }: PicturedMap): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,local_storage,indexeddb,cache_storage,service_workers';
  await session.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes });
  await session.detach();
}

async function takeStrip(
  page: Page,
  { frames, everyMs }: NonNullable<State['strip']>,
  path: string,
): Promise<void> {
  const taken: Buffer[] = [];
  for (let frame = 0; frame < frames; frame++) {
    taken.push(await page.screenshot());
    await page.waitForTimeout(everyMs);
  }
  await writeStrip(taken, path);
}
