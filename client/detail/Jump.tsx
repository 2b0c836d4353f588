import type { ComponentChildren } from 'preact';

interface JumpProps {
  /** The id of what it leads to, on this page. */
  readonly to: string;
  readonly lang?: string;
  readonly children: ComponentChildren;
}

/** @returns the id of an account on this page. */
export function accountAnchor(id: string): string {
  return `account-${id}`;
}

/** Leads to another part of what is open. The hash names screens, so the address stays as it is. */
export function Jump({ to, lang, children }: JumpProps) {
  return (
    <a
      href={`#${to}`}
      lang={lang}
      onClick={(event) => {
        event.preventDefault();
        const element = document.getElementById(to);
        element?.scrollIntoView({ block: 'center' });
        element?.focus({ preventScroll: true });
      }}
    >
      {children}
    </a>
  );
}
