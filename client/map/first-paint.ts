/** A page that nobody looks at paints nothing. */
const LATEST_MS = 500;

/**
 * Resolves once the page's first words are seen: the map's code, five times the page's own, would
 * otherwise take the processor before them. Over a network they have long been seen when it is asked for.
 */
export function firstPaint(): Promise<void> {
  if (performance.getEntriesByName('first-contentful-paint').length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) done();
    });
    const late = setTimeout(done, document.hidden ? 0 : LATEST_MS);
    observer.observe({ type: 'paint', buffered: true });
    function done(): void {
      observer.disconnect();
      clearTimeout(late);
      resolve();
    }
  });
}
