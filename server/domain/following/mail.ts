import { changeWords } from '../../../data/incident/change-words.ts';
import { SHARED_WORDS } from '../../../data/language/shared.ts';
import { escapeHtml } from '../html.ts';
import type { Mail } from '../ports/mail-sender.ts';
import type { Digest, DigestEntry } from './digest.ts';
import { hasArea } from './filter.ts';
import type { Followed, FollowingKey } from './key.ts';
import { counted, type MailLanguage, wordsIn } from './words/words.ts';

interface Sender {
  readonly key: FollowingKey;
  /** Scheme, host and port, no slash at the end. */
  readonly publicUrl: string;
}

/** A paragraph, or a list of entries; links stand on their own. */
type Block = { readonly text: string } | { readonly link: string } | { readonly entry: Entry };

interface Entry {
  readonly kind: string;
  readonly title: string | null;
  readonly href: string | null;
  readonly verification: string;
  readonly lines: readonly Line[];
}

interface Line {
  readonly text: string;
  /** True where it is written in the language of the records. */
  readonly isRecord: boolean;
}

/** Asks whether somebody does want mails. Of the area it tells nothing: the page does. */
export function confirmationMail(id: string, followed: Followed, sender: Sender): Mail {
  const words = wordsIn(followed.language);
  return mail(id, 'confirm', followed, sender, words.confirmSubject, [
    { text: words.confirmAsked },
    { text: words.confirmDo },
    { link: pageOf(id, followed, sender) },
    { text: words.confirmIgnore },
    { text: words.often },
  ]);
}

/** @param until the first day that it does not tell any more. */
export function digestMail(
  id: string,
  followed: Followed,
  { entries, isWhole }: Digest,
  until: string,
  sender: Sender,
): Mail {
  const { language, filter } = followed;
  const words = wordsIn(language);
  const some = hasArea(filter) ? words.digestSubjectArea : words.digestSubject;
  const subject = counted(isWhole ? some : words.digestSubjectMany, language, entries.length);
  return mail(id, until, followed, sender, subject, [
    { text: words.digestIntroduction },
    ...entries.map((entry) => ({ entry: entryOf(entry, language, sender) })),
    ...(isWhole ? [] : [{ text: words.more }, { link: `${sender.publicUrl}/#changes` }]),
    { text: words.often },
    { text: words.leave },
    { link: pageOf(id, followed, sender) },
  ]);
}

function entryOf(
  { incidentId, title, verification, kind, lines }: DigestEntry,
  language: MailLanguage,
  { publicUrl }: Sender,
): Entry {
  const words = wordsIn(language);
  if (incidentId === null || title === null || kind === 'withdrawn') {
    return { kind: words.withdrawnTitle, title: null, href: null, verification: '', lines: [] };
  }
  const label = verification && SHARED_WORDS[language][`verification.${verification}`];
  return {
    kind: words[kind],
    title,
    href: `${publicUrl}/?incident=${encodeURIComponent(incidentId)}`,
    verification: label ? ` (${label})` : '',
    lines: lines.map((line) =>
      'why' in line
        ? { text: line.why, isRecord: true }
        : { text: changeWords(line, language), isRecord: false },
    ),
  };
}

function pageOf(id: string, { language }: Followed, { key, publicUrl }: Sender): string {
  return `${publicUrl}/following/${key.tokenOf(id)}?lang=${language}`;
}

function mail(
  id: string,
  name: string,
  { address, language }: Followed,
  { key, publicUrl }: Sender,
  subject: string,
  blocks: readonly Block[],
): Mail {
  return {
    to: address,
    language,
    subject,
    text: `${blocks.map(asText).join('\n\n')}\n`,
    html: asPage(subject, language, blocks),
    messageId: key.messageIdOf(id, name),
    stopUrl: `${publicUrl}/api/following/${key.tokenOf(id)}/stop`,
  };
}

function asText(block: Block): string {
  if ('text' in block) return block.text;
  if ('link' in block) return block.link;
  const { kind, title, href, verification, lines } = block.entry;
  const head = title === null ? kind : `${kind}: ${title}${verification}`;
  const told = lines.map(({ text }) => `\n  - ${text}`).join('');
  return `* ${head}${told}${href === null ? '' : `\n  ${href}`}`;
}

/** No image, no style from elsewhere, nothing that tells anybody that it was opened. */
function asPage(subject: string, language: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body>
${blocks.map(asHtml).join('\n')}
</body>
</html>
`;
}

function asHtml(block: Block): string {
  if ('text' in block) return `<p>${escapeHtml(block.text)}</p>`;
  if ('link' in block) return `<p>${link(block.link, block.link)}</p>`;
  const { kind, title, href, verification, lines } = block.entry;
  if (title === null || href === null) return `<p>${escapeHtml(kind)}</p>`;
  // Records are not translated.
  const list = lines.map(
    ({ text, isRecord }) => `<li${isRecord ? ' lang="en"' : ''}>${escapeHtml(text)}</li>`,
  );
  const told = list.length === 0 ? '' : `<ul>${list.join('')}</ul>`;
  const named = `<strong lang="en">${link(href, title)}</strong>${escapeHtml(verification)}`;
  return `<p>${escapeHtml(kind)}: ${named}</p>${told}`;
}

/** @param href of ours: encoded already, and without quotes. */
function link(href: string, words: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
}
