import { useEffect, useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { fetchModerator, signIn, signOut } from '../api/moderation.ts';
import { QueueView } from './QueueView.tsx';

type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'link'; readonly token: string; readonly problem: string | null }
  | { readonly kind: 'out'; readonly problem: string | null }
  | { readonly kind: 'in'; readonly name: string };

/** The moderators' page: a one-time link signs in, then the queue. */
export function Moderation() {
  const [session, setSession] = useState<Session>({ kind: 'asking' });
  useEffect(() => {
    const start = (): void => {
      const token = takeToken();
      if (token) setSession({ kind: 'link', token, problem: null });
      else void current().then(setSession);
    };
    start();
    window.addEventListener('hashchange', start);
    return () => window.removeEventListener('hashchange', start);
  }, []);

  return (
    <div class="moderation">
      <header class="masthead">
        <h1>Moderation</h1>
        {session.kind === 'in' && (
          <p class="who">
            Signed in as {session.name}
            <button
              type="button"
              class="button"
              onClick={() =>
                void signOut().finally(() => setSession({ kind: 'out', problem: null }))
              }
            >
              Sign out
            </button>
          </p>
        )}
        <a href="/">To the map</a>
      </header>
      <main>
        {session.kind === 'link' && (
          <SignIn
            problem={session.problem}
            onSignIn={() => void enter(session.token).then(setSession)}
          />
        )}
        {session.kind === 'out' && (
          <section class="sign-in">
            <h2>You are not signed in</h2>
            {session.problem && <p role="alert">{session.problem}</p>}
            <p>
              Open a one-time link. Whoever runs this map makes one with{' '}
              <code>npm run moderator -- add NAME</code>.
            </p>
          </section>
        )}
        {session.kind === 'in' && (
          <QueueView onSignedOut={() => setSession({ kind: 'out', problem: null })} />
        )}
      </main>
    </div>
  );
}

/** The link is used up by a press, not by opening the page: chat programs open links to preview them. */
function SignIn({ problem, onSignIn }: { problem: string | null; onSignIn: () => void }) {
  return (
    <section class="sign-in">
      <h2>Sign in with your one-time link</h2>
      <p>It works once, on this device.</p>
      {problem && <p role="alert">{problem}</p>}
      <button type="button" class="button is-primary" onClick={onSignIn}>
        Sign in
      </button>
    </section>
  );
}

/** @returns the token in the hash, and takes it out of address bar and history. */
function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (token === '') return null;
  history.replaceState(null, '', location.pathname);
  return token;
}

async function enter(token: string): Promise<Session> {
  try {
    await signIn(token);
    return sessionOf(
      await fetchModerator(),
      'This browser did not keep the sign-in: allow cookies.',
    );
  } catch (error) {
    const { status, message } = failureOf(error);
    if (status === 404) return { kind: 'out', problem: 'This link is not one of ours.' };
    if (status === 410) {
      return {
        kind: 'out',
        problem: 'This link was used before or is too old. Ask for a new one.',
      };
    }
    return { kind: 'link', token, problem: message };
  }
}

async function current(): Promise<Session> {
  try {
    return sessionOf(await fetchModerator(), null);
  } catch (error) {
    return { kind: 'out', problem: failureOf(error).message };
  }
}

/** @param problem what is said where nobody is signed in. */
function sessionOf(name: string | null, problem: string | null): Session {
  return name === null ? { kind: 'out', problem } : { kind: 'in', name };
}
