import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { ApiError } from '../api/failure.ts';
import { say } from '../language/say.ts';
import { loadPart, usePart } from './use-part.ts';

export interface Loading {
  /** Is called once the part is on the page. */
  onShown?(): void;
}

/** That code cannot be had: there is no connection, or a newer build on the server. */
export function partMissing(): ApiError {
  const message = say('page.partMissing');
  return new ApiError({ kind: 'network', status: 0, message, errors: [] });
}

/**
 * Waits for code that is needed now, mostly since somebody has pressed something.
 * @throws ApiError in words for the person where it cannot be had.
 */
export async function neededPart<Part>(coming: Promise<Part>): Promise<Part> {
  try {
    return await coming;
  } catch {
    throw partMissing();
  }
}

/**
 * A part of the page whose code comes when it is first shown.
 * @returns the part, and `load`, which asks for its code ahead.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  function Lazy({ onShown, ...props }: Props & Loading) {
    const { Part, isFailed } = usePart(load);
    useEffect(() => {
      if (Part) onShown?.();
    }, [Part]);
    if (isFailed) return <p role="alert">{say('page.partMissing')}</p>;
    return Part ? <Part {...(props as unknown as Props)} /> : <div aria-busy="true" />;
  }
  Lazy.load = () => loadPart(load);
  return Lazy;
}
