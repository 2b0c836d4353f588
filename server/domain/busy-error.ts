/** Too much is asked at a time; it passes by itself. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  /** As HTTP has it. */
  readonly status = 503;
}
