import { useEffect, useRef } from 'preact/hooks';
import { failureOf } from '../../api/failure.ts';
import { claim, type QueuedReport, release } from '../../api/moderation.ts';
import type { QueueState } from './use-queue.ts';

/** How often a claim is renewed while somebody types; the server holds it for 15 minutes. */
const RENEW_MS = 5 * 60_000;

/**
 * Holds a report from when a moderator begins to act on it until they leave it, so that two don't
 * write to the same reporter.
 * @param name of the moderator.
 * @returns `touch`, to be called with each beginning of an act, and `toggle` for whoever asks.
 */
export function useClaim(queue: QueueState, name: string) {
  const held = useRef<{ id: string; until: number } | null>(null);
  const { report } = queue;

  const letGo = (): void => {
    const { current } = held;
    held.current = null;
    // Whatever comes of it, the claim ends by itself.
    if (!current) return;
    queue.patch(current.id, { claimedByYou: false, claimedBy: null, claimedUntil: null });
    void release(current.id).catch(() => undefined);
  };
  const take = async (one: QueuedReport): Promise<void> => {
    held.current = { id: one.id, until: Date.now() + RENEW_MS };
    try {
      await claim(one);
      queue.patch(one.id, { claimedByYou: true, claimedBy: name });
    } catch (error) {
      held.current = null;
      queue.say(failureOf(error).message);
      await queue.load();
    }
  };
  useEffect(() => {
    const { current } = held;
    if (!current || current.id === report?.id) return;
    // A decision ends a claim.
    if (queue.wasDecided(current.id)) held.current = null;
    else letGo();
  }, [report?.id]);
  useEffect(() => {
    window.addEventListener('pagehide', letGo);
    return () => {
      window.removeEventListener('pagehide', letGo);
      letGo();
    };
  }, []);

  return {
    touch(): void {
      if (report?.status !== 'pending') return;
      const { current } = held;
      if (current?.id === report.id && current.until > Date.now()) return;
      void take(report);
    },
    async toggle(): Promise<void> {
      if (report?.status !== 'pending') return;
      if (!report.claimedByYou) {
        await take(report);
        if (held.current) queue.say('It is yours for 15 minutes, and longer while you work on it.');
        return;
      }
      held.current = null;
      await queue.run(async () => {
        await release(report.id);
        await queue.load();
        queue.say('Released. Anybody may take it.');
      });
    },
  };
}

export type Claim = ReturnType<typeof useClaim>;
