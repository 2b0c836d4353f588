import type { AddressInfo } from 'node:net';
import { domainToASCII } from 'node:url';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export interface SunkMail {
  readonly to: string;
  readonly raw: string;
  readonly parsed: ParsedMail;
  /** In the link to the follower's page; '' where there is none. */
  readonly token: string;
}

/** A mail server on this machine that keeps what it gets, and answers as a test says. */
export interface MailSink {
  /** As a setting: SMTP_URL. */
  readonly url: string;
  readonly mails: SunkMail[];
  /** What each connection that brought a mail said who it is. */
  readonly greetings: readonly string[];
  /** What it says to a recipient: a line such as `550 5.1.1 No such user`; null: that it takes it. */
  answer: (to: string) => string | null | Promise<string | null>;
  /** @returns the mails to somebody, once there are so many of them. */
  to(address: string, count?: number): Promise<readonly SunkMail[]>;
  close(): Promise<void>;
  /** The same, on the same port. */
  open(): Promise<void>;
}

const PATIENCE_MS = 10_000;

export async function startMailSink(): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const greeted = new Map<string, string>();
  let server = makeServer();
  let port = 0;

  function makeServer(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo({ address }, _session, done) {
        void Promise.resolve(sink.answer(asSent(address))).then((line) => {
          if (line === null) return done();
          const error: Error & { responseCode?: number } = new Error(line.slice(4));
          error.responseCode = Number(line.slice(0, 3));
          done(error);
        });
      },
      onData(stream, { envelope, id, hostNameAppearsAs }, done) {
        greeted.set(id, hostNameAppearsAs);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const raw = Buffer.concat(chunks).toString();
          const parsed = await simpleParser(raw);
          const token = /\/following\/([\w-]+)/.exec(parsed.text ?? '')?.[1] ?? '';
          const to = envelope.rcptTo.map(({ address }) => asSent(address)).join();
          mails.push({ to, raw, parsed, token });
          done();
        });
      },
    }).on('error', () => undefined);
  }

  const sink: MailSink = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails,
    get greetings() {
      return [...greeted.values()];
    },
    answer: () => null,
    async to(address, count = 1) {
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        const found = mails.filter(({ to }) => to === address);
        if (found.length >= count) return found;
        if (Date.now() > until) throw new Error(`${found.length} of ${count} mails to ${address}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async open() {
      server = makeServer();
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.server.address() as AddressInfo).port;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
  await sink.open();
  return sink;
}

/** smtp-server tells domains in Unicode; over the wire they went in ASCII. */
function asSent(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToASCII(address.slice(at));
}
