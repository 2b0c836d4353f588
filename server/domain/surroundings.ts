/** What the domain takes from the machine; tests hand in a fixed clock and counted bytes. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Bytes that nobody can guess. */
  randomBytes(size: number): Uint8Array;
}
