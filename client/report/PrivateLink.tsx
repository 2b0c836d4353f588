import { useEffect, useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { spokenLanguage } from '../language/say.ts';
import { say } from '../language/say-of-reports.ts';
import { neededPart } from '../layout/lazy.tsx';
import { forgetToken, rememberedTokens, rememberToken } from './tokens.ts';

/** The only key to a report: as a link, as a code for another device, as words for paper. */
export function PrivateLink({ token }: { token: string }) {
  const link = new URL(`/#report/${token}`, location.href).href;
  const [kept, setKept] = useState(() => rememberedTokens().includes(token));
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(say('actions.linkCopied'));
    } catch {
      setSaid(say('link.select'));
    }
  };
  return (
    <div class="private-link">
      <label>
        {say('link.title')}
        <input
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          aria-describedby="private-link-note"
        />
      </label>
      <div class="actions">
        <button type="button" class="button" onClick={() => void copy()}>
          {say('actions.copyLink')}
        </button>
        <span class="said" role="status">
          {said}
        </span>
      </div>
      <p class="note" id="private-link-note">
        {say('link.note')}
      </p>
      <OnPaper token={token} />
      <InPicture link={link} />
      <label class="option">
        <input
          type="checkbox"
          checked={kept}
          onChange={(event) => {
            const keep = event.currentTarget.checked;
            if (!keep) forgetToken(token);
            const isKept = keep && rememberToken(token);
            setKept(isKept);
            if (keep && !isKept) setSaid(say('link.keptNot'));
          }}
        />
        <span class="option-label">{say('link.remember')}</span>
      </label>
    </div>
  );
}

/** The same key in words, to write down where no device will do. */
function OnPaper({ token }: { token: string }) {
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [language, setLanguage] = useState('en');
  const [failed, setFailed] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    if (words) return;
    try {
      const { listFor, wordsOfToken } = await neededPart(import('./token-words.ts'));
      const list = listFor(spokenLanguage());
      setLanguage(list);
      setWords(wordsOfToken(token, list));
      setFailed(null);
    } catch (error) {
      setFailed(failureOf(error).message);
    }
  };
  return (
    <details onToggle={(event) => event.currentTarget.open && void show()}>
      <summary>{say('link.words')}</summary>
      <p class="note">{say('link.wordsNote')}</p>
      {failed !== null && <p role="alert">{failed}</p>}
      <ol class="token-words">
        {words?.map((word, index) => (
          <li key={`${index} ${word}`} lang={language}>
            {word}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** A QR code, drawn on this device. */
function InPicture({ link }: { link: string }) {
  const [rows, setRows] = useState<readonly (readonly boolean[])[] | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    neededPart(import('uqr')).then(
      ({ encode }) => {
        setRows(encode(link, { ecc: 'M', border: 4 }).data);
        setFailed(null);
      },
      (error: unknown) => setFailed(failureOf(error).message),
    );
  }, [isOpen, link]);
  const path = rows
    ?.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('link.code')}</summary>
      {failed !== null && <p role="alert">{failed}</p>}
      {rows && (
        <svg
          class="qr-code"
          role="img"
          aria-label={say('link.codeOf')}
          viewBox={`0 0 ${rows.length} ${rows.length}`}
        >
          <path class="qr-light" d={`M0 0h${rows.length}v${rows.length}h-${rows.length}z`} />
          <path class="qr-dark" d={path} />
        </svg>
      )}
    </details>
  );
}
