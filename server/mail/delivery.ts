import type { Delivery } from '../domain/ports/mail-sender.ts';

/** Subjects of enhanced status codes (RFC 3463 §3): the address, and the mailbox itself. */
const OF_THE_ADDRESS = /^5\d\d[ -]5\.(?:1|2)\.\d/;
const ENHANCED = /^5\d\d[ -]5\.\d{1,3}\.\d/;

/**
 * What a failed attempt means. Only what a mail server says for good of the recipient counts against
 * them: where it refuses us, our sender or our words, it is ours to mend.
 * @param error of nodemailer: `command` is where the conversation was, `response` what was said last.
 */
export function deliveryOf(error: unknown): Delivery {
  const { command, responseCode: code = 0, response = '' } = error as SmtpError;
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA';
  if (!isOfThisMail || code < 400 || code === 421) return 'down';
  if (code < 500) return 'later';
  const isOfTheAddress =
    OF_THE_ADDRESS.test(response) || (command === 'RCPT TO' && !ENHANCED.test(response));
  return isOfTheAddress ? 'refused' : 'later';
}

interface SmtpError {
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}
