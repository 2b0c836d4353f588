/**
 * Random numbers that a seed decides: sfc32 of Chris Doty-Humphrey's PractRand (public domain), 32
 * bits of output from 128 bits of state. Good enough for made-up data, no use for secrets.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** @param stream whole; each gives numbers of its own for the same seed. */
  constructor(seed: number, stream: number) {
    this.a = seed | 0;
    this.b = stream | 0;
    this.c = Math.floor(seed / 2 ** 32) | 0;
    for (let round = 0; round < 12; round++) this.unit();
  }

  /** @returns a number from 0 (included) to 1 (not included). */
  unit(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** @returns a whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  /** @returns a number around 0 with standard deviation 1 (sum of uniforms, at most ±3). */
  bell(): number {
    return (this.unit() + this.unit() + this.unit() - 1.5) * 2;
  }

  /** @throws RangeError where the list is empty. */
  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.unit() * list.length)];
    if (item === undefined) throw new RangeError('Expected a list with at least one entry.');
    return item;
  }

  /** @param weighted entries with their weights, of which one at least is above 0. */
  weigh<T>(weighted: readonly (readonly [item: T, weight: number])[]): T {
    let rest = this.unit() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of weighted) {
      rest -= weight;
      if (rest < 0) return item;
    }
    return this.pick(weighted)[0];
  }
}
