import { centralDate, centralWall } from '../../../data/time/central.ts';
import type { FollowerStore, StoredFollower } from '../ports/follower-store.ts';
import type { IncidentHistory } from '../ports/incident-history.ts';
import type { Delivery, Mail, MailSender } from '../ports/mail-sender.ts';
import type { Surroundings } from '../surroundings.ts';
import { BackOff } from './back-off.ts';
import { readDigest } from './digest.ts';
import type { FollowingKey } from './key.ts';
import { confirmationMail, digestMail } from './mail.ts';

/** Nothing of today is told today: a mail is no live feed. */
const DIGEST_HOUR = 7;
/** Followers in memory at a time. */
const PAGE = 100;
/** Mails on their way at a time. */
const AT_ONCE = 3;
/** Mail servers that say so often in a row, on different days, that there is no such address, are believed. */
const MOST_REFUSALS = 3;
/** Whoever asks to follow waits no longer for the confirmation, once mail is taken again. */
const LONGEST_DOWN_MS = 15 * 60_000;
const LONGEST_WAIT_MS = 4 * 3_600_000;

interface Parts {
  readonly followers: FollowerStore;
  readonly history: Pick<IncidentHistory, 'changes'>;
  readonly mails: MailSender;
  readonly key: FollowingKey;
  readonly publicUrl: string;
  readonly surroundings: Surroundings;
  /** Takes a line without anything of a follower. */
  log(line: string): void;
}

/**
 * Sends what followers are to get. What was sent is noted after the mail server has taken it, so that
 * a stop in between leaves nobody out; the mail that is then sent once more has the same Message-ID.
 */
export class FollowingSender {
  readonly #parts: Parts;
  /** While the mail server takes no mail at all. */
  readonly #whileDown: BackOff;
  /** While it does not take some of the digests. */
  readonly #whileSomeWait: BackOff;
  /** Who is to be asked to confirm, and whose mail was not taken at the last try. */
  readonly #askedLater = new Set<string>();
  readonly #whileAskedWait: BackOff;
  /** Mails that were taken, while nothing says so on disk: it may be full. */
  readonly #notNoted = new Set<string>();
  #confirming: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#whileDown = new BackOff(LONGEST_DOWN_MS, parts.surroundings.now);
    this.#whileSomeWait = new BackOff(LONGEST_WAIT_MS, parts.surroundings.now);
    this.#whileAskedWait = new BackOff(LONGEST_WAIT_MS, parts.surroundings.now);
  }

  /** Begins nothing new from now on. @returns when what was asked for is done or given up. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#confirming;
  }

  /** Asks everyone to confirm who is still to be asked; who comes meanwhile is next. */
  confirmations(): Promise<void> {
    const sent = this.#confirming.then(() => this.#askAll());
    this.#confirming = sent.catch(() => undefined);
    return sent;
  }

  /** Whose mail was not taken is asked again by and by; nobody else waits for that. */
  async #askAll(): Promise<void> {
    const { followers } = this.#parts;
    if (this.#whileAskedWait.isOver) this.#askedLater.clear();
    await this.#byPage(
      (after) => followers.toConfirm(after, PAGE),
      (page) => this.#atOnce(page, (follower) => this.#ask(follower)),
    );
    if (this.#askedLater.size === 0) this.#whileAskedWait.worked();
  }

  /** From 7:00 in Minneapolis on: tells each follower of the days up to yesterday, if anything changed. */
  async digests(): Promise<void> {
    const now = this.#parts.surroundings.now();
    const isTooEarly = centralWall(now).getUTCHours() < DIGEST_HOUR;
    if (isTooEarly || !this.#whileSomeWait.isOver) return;
    const { followers, log } = this.#parts;
    const today = centralDate(now);
    const counts: Counts = { later: 0, down: 0, unreadable: 0 };
    await this.#byPage(
      (after) => followers.due(today, after, PAGE),
      (page) => this.#tellPage(page, today, counts),
    );
    const { later, down, unreadable } = counts;
    if (later > 0) this.#whileSomeWait.failed();
    else this.#whileSomeWait.worked();
    if (later + down > 0) {
      log(`Mails to followers: ${later + down} wait, since the mail server did not take them.`);
    }
    if (unreadable > 0) {
      log(
        `Mails to followers: ${unreadable} follow by another key than this one, and get none. Put that key back; who has a link can still leave.`,
      );
    }
  }

  async #byPage(
    read: (after: string) => Promise<readonly StoredFollower[]>,
    work: (page: readonly StoredFollower[]) => Promise<void>,
  ): Promise<void> {
    let after = '';
    while (this.#goesOn) {
      const page = await read(after);
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
      await work(page);
    }
  }

  async #atOnce(
    page: readonly StoredFollower[],
    work: (follower: StoredFollower) => Promise<void>,
  ): Promise<void> {
    const left = page[Symbol.iterator]();
    const worker = async (): Promise<void> => {
      for (const follower of left) {
        if (!this.#goesOn) return;
        await work(follower);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  get #goesOn(): boolean {
    return !this.#isStopped && this.#whileDown.isOver;
  }

  async #ask({ id, sealed }: StoredFollower): Promise<void> {
    const { key, followers } = this.#parts;
    const followed = key.open(id, sealed);
    // Who cannot be read is forgotten as everyone is who does not confirm.
    if (!followed || this.#askedLater.has(id)) return;
    const mail = confirmationMail(id, followed, this.#parts);
    const delivery = await this.#send(mail, () => followers.mailed(id));
    if (delivery === 'refused') await followers.erase([id]);
    if (delivery !== 'later') return;
    this.#askedLater.add(id);
    this.#whileAskedWait.failed();
  }

  /** Whom there is nothing to tell, or who cannot be read, is noted by one write a page. */
  async #tellPage(page: readonly StoredFollower[], today: string, counts: Counts): Promise<void> {
    const { key, followers, history } = this.#parts;
    const silent: string[] = [];
    await this.#atOnce(page, async ({ id, sealed, untold }) => {
      const followed = key.open(id, sealed);
      if (!followed) counts.unreadable++;
      const digest =
        followed && (await readDigest(followed.filter, untold ?? today, today, history));
      if (!followed || !digest || digest.entries.length === 0) {
        silent.push(id);
        return;
      }
      const mail = digestMail(id, followed, digest, today, this.#parts);
      const delivery = await this.#send(mail, () => followers.told([id], today, 'mailed'));
      if (delivery === 'refused') await followers.refused(id, today, MOST_REFUSALS);
      else if (delivery !== 'sent') counts[delivery]++;
    });
    await followers.told(silent, today, 'silent');
  }

  /** @param note writes down that it was taken; where that fails, it is not sent again for it. */
  async #send(mail: Mail, note: () => Promise<void>): Promise<Delivery> {
    if (!this.#notNoted.has(mail.messageId)) {
      const delivery = await this.#parts.mails.send(mail);
      if (delivery === 'down') this.#whileDown.failed();
      if (delivery !== 'sent') return delivery;
      this.#whileDown.worked();
      this.#notNoted.add(mail.messageId);
    }
    await note();
    this.#notNoted.delete(mail.messageId);
    return 'sent';
  }
}

interface Counts {
  later: number;
  down: number;
  unreadable: number;
}
