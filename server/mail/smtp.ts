import { createTransport, type Transporter } from 'nodemailer';
import type { Delivery, Mail, MailSender } from '../domain/ports/mail-sender.ts';
import { deliveryOf } from './delivery.ts';

/** The mail server that takes our mails, and as whom we send. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** True: TLS from the first byte; false: STARTTLS, which is required but on this machine itself. */
  readonly isSecure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: { readonly name: string; readonly address: string };
}

const CONNECTIONS = 3;
const ANSWER_MS = 15_000;
const IDLE_MS = 10_000;
/** How long what is under way may take to finish when the server stops. */
const DRAIN_MS = 5000;
const CLOSING_CHECK_MS = 20;

/** Sends by SMTP (RFC 5321), over few connections that are kept while there is mail. Nothing is logged. */
export class SmtpSender implements MailSender {
  readonly #transport: Transporter;
  readonly #from: SmtpSettings['from'];
  #underWay = 0;

  /** @param publicUrl names this host to the mail server, which else would learn the machine's name. */
  constructor({ host, port, isSecure, login, from }: SmtpSettings, publicUrl: string) {
    this.#from = from;
    this.#transport = createTransport({
      pool: true,
      maxConnections: CONNECTIONS,
      maxRequeues: 1,
      idleTimeout: IDLE_MS,
      host,
      port,
      secure: isSecure,
      requireTLS: !isSecure && !isThisMachine(host),
      ...(login && { auth: login }),
      name: new URL(publicUrl).hostname,
      connectionTimeout: ANSWER_MS,
      greetingTimeout: ANSWER_MS,
      socketTimeout: ANSWER_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: Mail): Promise<Delivery> {
    this.#underWay++;
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to: { name: '', address: mail.to },
        envelope: { from: this.#from.address, to: [mail.to] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${mail.messageId}@${domainOf(this.#from.address)}>`,
        headers: {
          'Content-Language': mail.language,
          'List-Unsubscribe': `<${mail.stopUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          // No answering machine writes back (RFC 3834 §5).
          'Auto-Submitted': 'auto-generated',
          Precedence: 'bulk',
        },
      });
      return 'sent';
    } catch (error) {
      return deliveryOf(error);
    } finally {
      this.#underWay--;
    }
  }

  async close(): Promise<void> {
    const until = Date.now() + DRAIN_MS;
    while (this.#underWay > 0 && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, CLOSING_CHECK_MS));
    }
    this.#transport.close({ force: true });
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}
