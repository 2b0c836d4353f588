import type { Moderator } from '../api/moderation-access.ts';
import type { Page } from './address.ts';
import { holds, NEEDED } from './roles.ts';

interface MastheadProps {
  readonly moderator: Moderator | null;
  readonly page: Page;
  readonly onSignOut: () => void;
}

const PAGES: readonly { href: string; kind: Page['kind']; label: string }[] = [
  { href: '#', kind: 'queue', label: 'Reports' },
  { href: '#incidents', kind: 'incidents', label: 'Incidents' },
  { href: '#people', kind: 'people', label: 'People' },
  { href: '#audit', kind: 'audit', label: 'Audit log' },
  { href: '#access', kind: 'access', label: 'Your sign-in' },
];

export function Masthead({ moderator, page, onSignOut }: MastheadProps) {
  const opened = page.kind === 'incident' ? 'incidents' : page.kind;
  return (
    <header class="masthead">
      <h1>Moderation</h1>
      {moderator && (
        <nav aria-label="Pages" class="pages">
          {PAGES.filter(({ kind }) => holds(moderator.role, NEEDED[kind])).map(
            ({ href, kind, label }) => (
              <a key={kind} href={href} aria-current={kind === opened ? 'page' : undefined}>
                {label}
              </a>
            ),
          )}
        </nav>
      )}
      <p class="who">
        {moderator && (
          <>
            <span>
              <span class="signed-in">Signed in as</span> {moderator.name}
            </span>
            <button type="button" class="button" onClick={onSignOut}>
              Sign out
            </button>
          </>
        )}
        <a href="/">To the map</a>
      </p>
    </header>
  );
}
