import type { AddedVersion, IndexChange } from '../../domain/ports/incident-store.ts';
import type { FoundKeys } from './found-keys.ts';

/**
 * Which versions one search found, as of a revision. It follows each change of the data in place, by the
 * few versions that came and went, so that nothing is looked up anew.
 */
export class Search {
  /** @param finds says of a version that came whether it is found. */
  constructor(
    public revision: number,
    readonly keys: FoundKeys,
    private readonly finds: (version: AddedVersion) => boolean,
  ) {}

  get byteLength(): number {
    return this.keys.byteLength;
  }

  /** @param changes all since its revision, in order. */
  follow(changes: readonly IndexChange[]): void {
    for (const { revision, removed, added } of changes) {
      for (const { key } of removed) this.keys.delete(key);
      for (const version of added) if (this.finds(version)) this.keys.add(version.key);
      this.revision = revision;
    }
  }
}
