import {
  AskedToday,
  eraseUnconfirmed,
  type FollowingByMail,
  keepFollower,
} from './domain/following/following.ts';
import type { FollowingKey } from './domain/following/key.ts';
import { FollowingSender } from './domain/following/sender.ts';
import type { FollowerStore } from './domain/ports/follower-store.ts';
import type { IncidentHistory } from './domain/ports/incident-history.ts';
import type { Surroundings } from './domain/surroundings.ts';
import { SmtpSender, type SmtpSettings } from './mail/smtp.ts';
import { repeatedly } from './repeatedly.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** All together; who gets no mail can ask again tomorrow. */
const MOST_ASKED_A_DAY = 2000;

interface Parts {
  readonly followers: FollowerStore;
  readonly history: Pick<IncidentHistory, 'changes'>;
  readonly smtp: SmtpSettings | null;
  readonly key: FollowingKey | null;
  readonly publicUrl: string;
  readonly surroundings: Surroundings;
  log(line: string): void;
}

export interface RunningFollowing extends FollowingByMail {
  /** Begins to send, and to forget who has not confirmed. */
  start(): void;
  close(): Promise<void>;
}

/**
 * Puts following by e-mail together. Without a mail server nobody can begin to follow; who does can
 * still see it and leave.
 */
export function createFollowing(parts: Parts): RunningFollowing {
  const { smtp, key, log } = parts;
  const stops: (() => Promise<void>)[] = [];
  const every = (name: string, everyMs: number, work: () => Promise<unknown>): void => {
    stops.push(repeatedly(name, everyMs, work, log));
  };
  const forget = (): void =>
    every('Forgetting who did not confirm', HOUR_MS, () => eraseUnconfirmed(parts));
  const stopAll = async (): Promise<void> => {
    await Promise.all(stops.map((stop) => stop()));
  };
  if (!smtp || !key) return { key, ask: null, start: forget, close: stopAll };
  const mails = new SmtpSender(smtp, parts.publicUrl);
  const sender = new FollowingSender({ ...parts, key, mails });
  const asked = new AskedToday(MOST_ASKED_A_DAY, parts.surroundings);
  return {
    key,
    async ask(followed) {
      if (!asked.take(followed.address)) return;
      await keepFollower(followed, key, parts);
      await sender.confirmations();
    },
    start() {
      forget();
      every('Asking followers to confirm', MINUTE_MS, () => sender.confirmations());
      every('Sending mails to followers', MINUTE_MS, () => sender.digests());
    },
    async close() {
      await Promise.all([sender.stop(), mails.close(), stopAll()]);
    },
  };
}
