import type { ReportFeature } from '../../../data/incident/schema.ts';
import { withReport } from '../../../server/domain/desk-merge.ts';
import type { Actor, Outcome, Publishing, Seen } from '../../../server/domain/ports/report-desk.ts';
import { incident } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

export const NOW = Date.parse('2026-02-01T12:00:00-06:00');
export const MINUTE = 60_000;

/** A store with two editors at its desk, and what they do most. */
export class DeskAtWork {
  private constructor(
    readonly store: OpenStore,
    readonly ada: Actor,
    readonly grace: Actor,
  ) {}

  static async open(openStore: OpenEmptyStore): Promise<DeskAtWork> {
    const store = await openStore();
    return new DeskAtWork(store, await editor(store, 'Ada'), await editor(store, 'Grace'));
  }

  async add(id: string, feature: ReportFeature = report()): Promise<void> {
    await this.store.reports.add({
      id,
      tokenHash: `hash-${id}`,
      receivedOn: '2026-02-01',
      feature,
    });
  }

  publish(id: string, revision: number, by = this.ada): Promise<Outcome> {
    return this.store.desk.publish(seen(id, revision), publishing(), [], by);
  }

  /** Merges a report into the incident `vigil`, whose first account it disputes. */
  async mergeIntoVigil(id: string, revision: number): Promise<Outcome> {
    const { properties } = await this.vigil();
    const waiting = await this.store.desk.waiting(id, NOW);
    const merged = waiting && withReport(incident(), waiting, ['a1'], NOW);
    if (!merged) throw new Error('nothing to merge');
    const merging = { ...merged, incidentRevision: properties.revision, merged: [] };
    return this.store.desk.merge(seen(id, revision), merging, this.ada);
  }

  async vigil() {
    return JSON.parse((await this.store.incidents.item('vigil', Infinity)) ?? 'null');
  }

  /** Ids of what waits, oldest first. */
  async ids(): Promise<string[]> {
    return (await this.store.desk.queue(10, NOW)).map(({ id }) => id);
  }
}

export function publishing(id = 'vigil'): Publishing {
  return { incident: incident({ id }), photos: [], merged: [] };
}

export function seen(id: string, revision: number): Seen {
  return { id, revision };
}

export function why(outcome: Outcome): string {
  return outcome.why ?? 'done';
}

async function editor(store: OpenStore, name: string): Promise<Actor> {
  const linkHash = `link-${name}`;
  await store.moderators.invite(
    { name, role: 'editor', linkHash, linkExpiresAt: NOW + MINUTE },
    { name: 'a test', at: NOW },
  );
  const session = { hash: `hash-${name}`, id: name, startedOn: '2026-02-01' };
  const found = await store.moderators.redeemLink(
    linkHash,
    { ...session, expiresAt: NOW + MINUTE },
    NOW,
  );
  if (typeof found === 'string') throw new Error(found);
  return { id: found.id, name, at: NOW };
}
