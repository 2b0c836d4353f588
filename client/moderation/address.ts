/** What the hash of the moderators' page names. */
export type Page =
  | { readonly kind: 'queue' }
  | { readonly kind: 'incidents' }
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'access' }
  | { readonly kind: 'people' }
  | { readonly kind: 'audit' };

export type Addressed = Page | { readonly kind: 'link'; readonly token: string };

const PLAIN = ['incidents', 'access', 'people', 'audit'] as const;

/** @param hash with its `#`. Whatever names no page is the token of a one-time link. */
export function readAddress(hash: string): Addressed {
  const words = hash.replace(/^#/, '');
  if (words === '') return { kind: 'queue' };
  const [first = '', ...rest] = words.split('/');
  const plain = PLAIN.find((name) => name === words);
  if (plain) return { kind: plain };
  if (first === 'incident' && rest.length > 0) {
    return { kind: 'incident', id: decoded(rest.join('/')) };
  }
  return { kind: 'link', token: words };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
