import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { fetchModerator, type Moderator, signOut } from '../api/moderation-access.ts';
import { Access } from './access/Access.tsx';
import { OfferPasskey } from './access/OfferPasskey.tsx';
import { SignedOut } from './access/SignedOut.tsx';
import { SignInByLink } from './access/SignInByLink.tsx';
import { type Page, readAddress } from './address.ts';
import { Audit } from './admin/Audit.tsx';
import { People } from './admin/People.tsx';
import { FindIncident } from './incidents/FindIncident.tsx';
import { lazy } from './lazy.tsx';
import { Masthead } from './Masthead.tsx';
import { Queue } from './queue/Queue.tsx';
import { holds, NEEDED } from './roles.ts';

const LazyIncidentPage = lazy(
  async () => (await import('./incidents/IncidentPage.tsx')).IncidentPage,
);

type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'link'; readonly token: string }
  | { readonly kind: 'out'; readonly problem: string | null }
  | { readonly kind: 'in'; readonly moderator: Moderator };

/** The moderators' page: who is signed in, and what the address names. */
export function Moderation() {
  const [session, setSession] = useState<Session>({ kind: 'asking' });
  const [page, setPage] = useState<Page>({ kind: 'queue' });
  // An answer that comes late must not replace what has been opened or done since.
  const asked = useRef(0);

  const settle = (next: Session): void => {
    asked.current += 1;
    setSession(next);
  };
  const check = async (problem: string | null = null): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const next = await currentSession(problem);
    if (asked.current === mine) setSession(next);
  };
  // Before the page is painted: a link may be opened as soon as it is seen.
  useLayoutEffect(() => {
    const start = (isFirst: boolean): void => {
      const address = readAddress(location.hash);
      if (address.kind === 'link') {
        history.replaceState(null, '', location.pathname);
        settle({ kind: 'link', token: address.token });
        return;
      }
      setPage(address);
      if (isFirst) void check();
    };
    const onHashChange = (): void => start(false);
    start(true);
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);

  const moderator = session.kind === 'in' ? session.moderator : null;
  const leave = (): void => settle({ kind: 'out', problem: null });
  return (
    <div class="moderation">
      <Masthead
        moderator={moderator}
        page={page}
        onSignOut={() => void signOut().catch(failureOf).finally(leave)}
      />
      <main>
        {session.kind === 'link' && (
          <SignInByLink
            token={session.token}
            onSignedIn={() => void check('This browser did not keep the sign-in: allow cookies.')}
            onRefused={(problem) => settle({ kind: 'out', problem })}
          />
        )}
        {session.kind === 'out' && (
          <SignedOut problem={session.problem} onSignedIn={() => void check()} />
        )}
        {moderator && (
          <>
            <OfferPasskey moderator={moderator} onAdded={() => void check()} />
            <Opened page={page} moderator={moderator} onSignedOut={leave} onChanged={check} />
          </>
        )}
      </main>
    </div>
  );
}

interface OpenedProps {
  readonly page: Page;
  readonly moderator: Moderator;
  readonly onSignedOut: () => void;
  /** Something about the moderator's own sign-in is other than before. */
  readonly onChanged: () => Promise<void>;
}

function Opened({ page, moderator, onSignedOut, onChanged }: OpenedProps) {
  if (!holds(moderator.role, NEEDED[page.kind])) {
    return (
      <div class="plain-page">
        <h2>Not for your role</h2>
        <p>
          This page takes the role {NEEDED[page.kind]} or more; yours is {moderator.role}. An
          administrator can give you another.
        </p>
      </div>
    );
  }
  switch (page.kind) {
    case 'queue':
      return <Queue moderator={moderator} onSignedOut={onSignedOut} />;
    case 'incidents':
      return <FindIncident />;
    case 'incident':
      return <LazyIncidentPage key={page.id} id={page.id} />;
    case 'access':
      return <Access moderator={moderator} onChanged={() => void onChanged()} />;
    case 'people':
      return <People />;
    case 'audit':
      return <Audit />;
  }
}

/** @param problem what is said where nobody is signed in. */
async function currentSession(problem: string | null): Promise<Session> {
  try {
    const moderator = await fetchModerator();
    return moderator ? { kind: 'in', moderator } : { kind: 'out', problem };
  } catch (error) {
    return { kind: 'out', problem: failureOf(error).message };
  }
}
