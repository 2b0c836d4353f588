/**
 * Does some work now and from then on every so often. What fails is told by its name alone, and tried
 * again. It does not keep the process alive.
 * @returns ends it, and waits for what is under way.
 */
export function repeatedly(
  name: string,
  everyMs: number,
  work: () => Promise<unknown>,
  log: (line: string) => void,
): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  const run = (): void => {
    last = last.then(work).catch((error: unknown) => {
      log(`${name} failed: ${error instanceof Error ? error.name : typeof error}`);
    });
  };
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}
