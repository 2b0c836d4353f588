import { addProtocol, type StyleSpecification } from 'maplibre-gl';
import { tiledBasemapStyle, tilesAttribution } from '../../data/basemap/tiles.ts';
import { type Basemap, contrastAsked } from './basemap.ts';

/** A hosted basemap has this long to answer, then the embedded one is drawn. */
const PATIENCE_MS = 4000;

/**
 * The basemap that whoever runs this server has chosen (BASEMAP_STYLE_URL, then BASEMAP_PMTILES),
 * as the page's head tells.
 * @returns null where there is none, or it does not answer.
 */
export async function chosenBasemap(): Promise<Basemap | null> {
  const styleUrl = metaOf('basemap-style');
  const tilesPath = metaOf('basemap-pmtiles');
  const makers = [
    ...(styleUrl === null ? [] : [() => hostedStyle(styleUrl)]),
    ...(tilesPath === null ? [] : [() => hostedTiles(new URL(tilesPath, location.href).href)]),
  ];
  for (const make of makers) {
    try {
      return await make();
    } catch (error) {
      console.info('The basemap chosen for this map did not answer.', error);
    }
  }
  return null;
}

function metaOf(name: string): string | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;
}

async function hostedStyle(url: string): Promise<Basemap> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`The style was answered with ${response.status}.`);
  const style = (await response.json()) as StyleSpecification;
  if (style.version !== 8 || !Array.isArray(style.layers)) {
    throw new Error('The style is no MapLibre style of version 8.');
  }
  const sources = Object.entries(style.sources);
  const credits = sources.flatMap(([, source]) =>
    'attribution' in source && source.attribution ? [inWords(source.attribution)] : [],
  );
  // Names of its own, since ours lie above in the same style.
  const named = {
    ...style,
    sources: Object.fromEntries(sources.map(([name, source]) => [`hosted-${name}`, source])),
    layers: style.layers.map((layer) => ({
      ...layer,
      id: `hosted-${layer.id}`,
      ...('source' in layer ? { source: `hosted-${layer.source}` } : {}),
    })),
  } as StyleSpecification;
  return { attribution: [...new Set(credits)].join(' · '), style: () => named };
}

async function hostedTiles(url: string): Promise<Basemap> {
  const { PMTiles, Protocol } = await import('pmtiles');
  const archive = new PMTiles(url);
  await archive.getHeader();
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  return {
    attribution: tilesAttribution,
    style: (theme) => tiledBasemapStyle(theme, `pmtiles://${url}`, contrastAsked()),
  };
}

/** Attributions of styles are HTML; what it says is read, none of it is put into the page. */
function inWords(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() ?? '';
}
