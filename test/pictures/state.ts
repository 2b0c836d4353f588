import type { BrowserContextOptions, Page } from 'playwright-core';
import type { MapPage } from '../e2e/map-page.ts';
import type { ModerationPage } from '../e2e/moderation-page.ts';
import type { ReportForm } from '../e2e/report-form.ts';
import type { MapName, PicturedMap } from './maps.ts';

/** Every state is looked at on six screens: three sizes, each in light and in dark. */
export const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;
export const SCHEMES = ['light', 'dark'] as const;

export type Width = (typeof SIZES)[number]['width'];
export type Scheme = (typeof SCHEMES)[number];

export interface Screen {
  readonly width: Width;
  readonly height: number;
  readonly scheme: Scheme;
}

export const SCREENS: readonly Screen[] = SCHEMES.flatMap((scheme) =>
  SIZES.map((size) => ({ ...size, scheme })),
);

/** What a state's steps act on. */
export interface Scene {
  readonly page: Page;
  readonly at: PicturedMap;
  readonly screen: Screen;
  /** True where the list lies in a sheet under the map. */
  readonly isNarrow: boolean;
  /** The page, by what people call its parts. */
  readonly map: MapPage;
  readonly form: ReportForm;
  readonly desk: ModerationPage;
}

/** A state of the page, and the way to it. */
export interface State {
  /** Of its files. */
  readonly name: string;
  /** Which map it is of; the first data set's where none is named. */
  readonly map?: MapName;
  /** Path, query and hash; the opening where none is given. */
  readonly address?: string | ((at: PicturedMap) => string);
  /** Done before the address is opened. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  /** Done once it is open; what they wait for is what the picture shows. */
  readonly steps?: (scene: Scene) => Promise<unknown>;
  /** False for a page or a state in which no map comes to rest. */
  readonly hasMap?: false;
  /** Where it is seen; on all three sizes, in light and dark, where nothing is said. */
  readonly widths?: readonly Width[];
  readonly schemes?: readonly Scheme[];
  /** A screen as high as this, to see whole what else would scroll. */
  readonly height?: number;
  readonly media?: Parameters<Page['emulateMedia']>[0];
  /** As it comes on paper. */
  readonly isPrinted?: true;
  /** Of a visitor who must be other than the rest, and so shares nothing with them. */
  readonly visitor?: BrowserContextOptions;
  /** Of what moves: so many frames, so far apart, in one picture. */
  readonly strip?: { readonly frames: number; readonly everyMs: number };
}
