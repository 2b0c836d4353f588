import type { Area } from '../../data/geo/area.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import type { Answer, ItemsPage, ViewResponse } from '../api/answer.ts';
import type { ApiFailure } from '../api/failure.ts';
import type { OwnReport } from '../api/reports.ts';
import type { LanguageId } from '../language/languages.ts';
import type { ListId, PagedList } from '../list/paged-list.ts';
import type { Spread } from '../map/drawn-feature.ts';
import type { ThemeChoice } from '../theme/theme.ts';
import type { RollingId } from '../time/rolling.ts';
import type { Address } from './address.ts';
import type {
  Camera,
  News,
  OwnPosition,
  Play,
  Screen,
  SheetHeight,
  State,
  Viewport,
} from './state.ts';

/** Everything that can happen to the page, named in the past tense. */
export type Event =
  | { readonly type: 'navigated'; readonly address: Address }
  | {
      readonly type: 'timeChosen';
      readonly datetime: TimeSpan | null;
      /** The range that it is now, where it follows the clock. */
      readonly rolling?: RollingId;
    }
  | { readonly type: 'spanChosen'; readonly span: TimeSpan | null }
  | { readonly type: 'playChanged'; readonly play: Partial<Play> }
  | { readonly type: 'newsCame'; readonly news: News }
  | { readonly type: 'newsAsked' }
  | { readonly type: 'timeHeld' }
  | { readonly type: 'timeLetGo' }
  | { readonly type: 'categoriesChosen'; readonly categories: readonly CategoryId[] | null }
  | {
      readonly type: 'verificationsChosen';
      readonly verifications: readonly VerificationId[] | null;
    }
  | { readonly type: 'areaChosen'; readonly within: Area | null }
  | { readonly type: 'drawingChanged'; readonly isDrawing: boolean }
  | { readonly type: 'textChosen'; readonly text: string | null }
  | { readonly type: 'knownAsOfChosen'; readonly asOf: number }
  | { readonly type: 'filtersCleared' }
  | { readonly type: 'filtersToggled'; readonly open: boolean }
  | { readonly type: 'screenOpened'; readonly screen: Screen }
  | { readonly type: 'cameraAsked'; readonly camera: Camera }
  | { readonly type: 'clusterOpened' }
  | { readonly type: 'mapMoved'; readonly camera: Camera; readonly viewport: Viewport }
  | { readonly type: 'mapChanged'; readonly map: State['map'] }
  | { readonly type: 'basemapChanged'; readonly basemap: State['basemap'] }
  | { readonly type: 'basemapAsked' }
  | { readonly type: 'loadingStarted' }
  | { readonly type: 'loadingSlow' }
  | { readonly type: 'surveyed'; readonly view: ViewResponse }
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'loadingFailed'; readonly failure: ApiFailure }
  | { readonly type: 'moreAsked' }
  | {
      readonly type: 'moreAnswered';
      readonly list: ListId;
      /** As it was when the page was asked for. */
      readonly of: PagedList;
      readonly index: number;
      readonly page: ItemsPage;
    }
  | { readonly type: 'moreFailed'; readonly failure: ApiFailure }
  | { readonly type: 'incidentArrived'; readonly feature: IncidentFeature }
  | { readonly type: 'incidentFailed'; readonly id: string; readonly failure: ApiFailure }
  | { readonly type: 'placeAnswered'; readonly name: string; readonly page: ItemsPage }
  | { readonly type: 'spreadCame'; readonly spread: Spread }
  | { readonly type: 'hovered'; readonly id: string | null }
  | { readonly type: 'sheetMoved'; readonly sheet: SheetHeight }
  | { readonly type: 'themeChosen'; readonly theme: ThemeChoice }
  | { readonly type: 'languageChosen'; readonly language: LanguageId }
  | { readonly type: 'languageSpoken'; readonly language: LanguageId }
  | { readonly type: 'drawnAsChosen'; readonly drawnAs: State['drawnAs'] }
  | { readonly type: 'ownPositionChanged'; readonly ownPosition: OwnPosition | null }
  | { readonly type: 'ownReportsArrived'; readonly reports: readonly OwnReport[] }
  | { readonly type: 'placingChanged'; readonly placing: State['placing'] }
  | { readonly type: 'keptShown'; readonly keptAt: number | null }
  | { readonly type: 'updateReady' }
  | { readonly type: 'noticeClosed' };
