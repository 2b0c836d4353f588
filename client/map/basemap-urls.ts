/** Where the build puts each file of the embedded basemap, by its path in the sources. */
export const BASEMAP_FILES: Readonly<Record<string, string>> = import.meta.glob(
  '../../data/basemap/*.geojson',
  { query: '?url', import: 'default', eager: true },
);
