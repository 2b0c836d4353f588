import { useEffect, useRef, useState } from 'preact/hooks';
import type { IncidentFeature, ReportFeature } from '../../../data/incident/schema.ts';
import type { VerificationId } from '../../../data/vocabulary/verifications.ts';
import type { SingleFeature } from '../../api/answer.ts';
import type { QueuedReport } from '../../api/moderation.ts';
import { areaMetersOf } from '../../map/areas.ts';
import type { MapContent } from '../../map/drawing.ts';
import type { Marked } from '../../map/features.ts';
import type { Hit, IncidentMap } from '../../map/incident-map.ts';
import { extentOf } from '../../map/viewport.ts';
import { onSystemTheme, rememberedTheme, themeOf } from '../../theme/theme.ts';
import type { Likely } from './use-candidates.ts';

interface ReportMapProps {
  readonly report: QueuedReport;
  readonly found: readonly Likely[];
  readonly onCompare: (likely: Likely) => void;
}

/** Where the report says it was, and where its likely duplicates are. Lists beside it say the same. */
export function ReportMap({ report, found, onCompare }: ReportMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<IncidentMap | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const onHit = useRef<(hit: Hit | null) => void>(() => undefined);
  onHit.current = (hit) => {
    const id = hit && (hit.kind === 'pending' ? hit.token : hit.id);
    const likely = found.find((one) => one.id === id);
    if (likely) onCompare(likely);
  };

  useEffect(() => {
    let isGone = false;
    let made: IncidentMap | null = null;
    if (container.current) {
      void drawIn(container.current, (hit) => onHit.current(hit)).then((next) => {
        made = typeof next === 'string' ? null : next;
        if (typeof next === 'string') setMissing(next);
        else if (isGone) next.remove();
        else setMap(next);
      });
    }
    return () => {
      isGone = true;
      made?.remove();
      delete document.documentElement.dataset.map;
    };
  }, []);

  useEffect(() => {
    if (!map) return;
    document.documentElement.dataset.map = 'busy';
    map.show(contentOf(report, found));
    const places = [report.feature, ...found.map(({ feature }) => feature)].flatMap(placeOf);
    const extent = extentOf(places);
    if (extent) map.fit(extent, true);
  }, [map, report.id, report.revision, found]);

  return (
    <section class="report-map" aria-label="Where">
      <div class="map" data-testid="map" ref={container} />
      {missing !== null && <p class="note map-missing">{missing} The position is in the record.</p>}
      {map && <p class="attribution">{map.attribution}</p>}
    </section>
  );
}

/** @returns why there is none, where its code does not come or there is no WebGL. */
async function drawIn(
  container: HTMLElement,
  onHit: (hit: Hit | null) => void,
): Promise<IncidentMap | string> {
  const { dataset } = document.documentElement;
  const nothing = (): void => undefined;
  const part = await import('../../map/incident-map.ts').catch(() => null);
  if (part === null) return 'The map could not be loaded. Reload the page to try again.';
  try {
    const choice = rememberedTheme();
    const map = new part.IncidentMap({
      container,
      theme: themeOf(choice),
      basemap: null,
      insets: { top: 0, bottom: 0 },
      camera: null,
      still: true,
      onMoved: nothing,
      onHit,
      onHover: nothing,
      onBasemap: nothing,
      onMoving: () => {
        dataset.map = 'busy';
      },
      onIdle: () => {
        dataset.map = 'idle';
      },
    });
    onSystemTheme(() => {
      if (container.isConnected) map.setTheme(themeOf(choice));
    });
    return map;
  } catch (error) {
    console.info('The map could not be drawn.', error);
    return 'This browser cannot draw the map (WebGL is off or missing).';
  }
}

function contentOf(report: QueuedReport, found: readonly Likely[]): MapContent {
  return {
    features: found.flatMap((one) => (one.kind === 'incident' ? singleOf(one.feature) : [])),
    total: found.length,
    selected: markedOf(report.id, report.feature, 'unverified')[0] ?? null,
    hovered: null,
    pending: found.flatMap((one) =>
      one.kind === 'report' ? markedOf(one.id, one.feature, 'unverified') : [],
    ),
    placing: null,
    within: null,
    drawnAs: 'marks',
    cellZoom: 0,
    isPlaying: false,
    ownPosition: null,
    language: 'en',
  };
}

function placeOf({ geometry, properties }: ReportFeature | IncidentFeature) {
  if (!geometry) return [];
  const { locationPrecision, uncertaintyMeters } = properties;
  const radiusMeters = areaMetersOf(locationPrecision, uncertaintyMeters) ?? 0;
  return [{ position: geometry.coordinates, radiusMeters }];
}

function markedOf(
  id: string,
  { geometry, properties }: ReportFeature,
  verification: VerificationId,
): Marked[] {
  if (!geometry) return [];
  const { category, place, locationPrecision, uncertaintyMeters } = properties;
  const areaMeters = areaMetersOf(locationPrecision, uncertaintyMeters);
  return [{ id, position: geometry.coordinates, category, verification, place, areaMeters }];
}

function singleOf({ id, geometry, properties }: IncidentFeature): SingleFeature[] {
  if (!geometry) return [];
  return [{ type: 'Feature', id, geometry, properties: { cluster: false, ...properties } }];
}
