/** One mail to one recipient. */
export interface Mail {
  /** An address that `parseAddress` has accepted. */
  readonly to: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What stands before the @ of its Message-ID; the same where the same mail is sent again. */
  readonly messageId: string;
  /** A POST to it ends such mails at once (RFC 8058). */
  readonly stopUrl: string;
}

/**
 * `sent`: the mail server has taken it. `refused`: it says that the address is none. `later`: not
 * this mail, not now. `down`: no mail at all, now.
 */
export type Delivery = 'sent' | 'refused' | 'later' | 'down';

export interface MailSender {
  /** Never rejects: whatever goes wrong is one of the four. */
  send(mail: Mail): Promise<Delivery>;
  /** Lets what is under way finish for up to 5 s, then cuts it. */
  close(): Promise<void>;
}
