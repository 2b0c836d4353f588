import { useState } from 'preact/hooks';
import { failureOf } from '../../api/failure.ts';
import { signInByLink } from '../../api/moderation-access.ts';

interface SignInByLinkProps {
  readonly token: string;
  readonly onSignedIn: () => void;
  /** The link will never sign anybody in. */
  readonly onRefused: (problem: string) => void;
}

/** The link is used up by a press, not by opening the page: chat programs open links to preview them. */
export function SignInByLink({ token, onSignedIn, onRefused }: SignInByLinkProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const enter = async (): Promise<void> => {
    try {
      await signInByLink(token);
      onSignedIn();
    } catch (error) {
      const { status, message } = failureOf(error);
      if (status === 404) onRefused('This link is not one of ours.');
      else if (status === 410) {
        onRefused('This link was used before or is too old. Ask for a new one.');
      } else setProblem(message);
    }
  };
  return (
    <section class="sign-in">
      <h2>Sign in with your one-time link</h2>
      <p>It works once, on this device.</p>
      {problem && <p role="alert">{problem}</p>}
      <button type="button" class="button is-primary" onClick={() => void enter()}>
        Sign in
      </button>
    </section>
  );
}
