import { useState } from 'preact/hooks';
import {
  addNote,
  ask,
  merge,
  mergeReport,
  publish,
  type QueuedReport,
  reject,
} from '../../api/moderation.ts';
import { datedWords } from '../../time/words.ts';
import type { JsonObject } from '../form/shape.ts';
import type { MergeChoice } from './CompareDialog.tsx';
import { chosenPhotos, NOTHING_TYPED, type Typed, whyNotYet, wordsTyped } from './typed.ts';
import type { Candidates, Likely } from './use-candidates.ts';
import type { Claim } from './use-claim.ts';
import type { QueueState } from './use-queue.ts';

const STILL_LOOKING = 'What is likely the same is still being looked for; try again in a moment.';

/** What can be done with the open report, and what was typed at each. */
export function useActs(queue: QueueState, claim: Claim, candidates: Candidates) {
  const [allTyped, setAllTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [comparing, setComparing] = useState<Likely | null>(null);
  const [mergeProblem, setMergeProblem] = useState<string | null>(null);
  const { report } = queue;
  const typed = (report && allTyped[report.id]) ?? NOTHING_TYPED;
  const kept = wordsTyped(typed);

  const put = (part: Partial<Typed>): void => {
    if (!report) return;
    const { id } = report;
    setAllTyped((before) => ({ ...before, [id]: { ...(before[id] ?? NOTHING_TYPED), ...part } }));
  };
  /** Typing begins an act: the report is held from then on. */
  const type = (part: Partial<Typed>): void => {
    put(part);
    claim.touch();
  };
  const forget = (id: string): void => setAllTyped(({ [id]: _done, ...others }) => others);
  const decide: QueueState['decide'] = async (perform, words, keptWords) => {
    const isDone = await queue.decide(perform, words, keptWords);
    if (isDone && report) forget(report.id);
    return isDone;
  };
  /** @returns whether something still stands in the way, which then has the focus. */
  const isHeldUp = (one: QueuedReport): boolean => {
    const why = whyNotYet(one, typed);
    if (!why) return false;
    queue.say(why.words);
    document.getElementById(why.fieldId)?.focus();
    return true;
  };
  /** While something is typed over a report, what stands on the server is not what would be decided on. */
  const isBeingEdited = (): boolean => {
    if (typed.edited) queue.say('Save the edit first, or leave the report as it was.');
    return typed.edited !== null;
  };
  const send = async (
    text: string,
    perform: (report: QueuedReport) => Promise<unknown>,
    done: string,
    cleared: Partial<Typed>,
  ): Promise<void> => {
    if (!report) return;
    if (text.trim() === '') {
      queue.say('Write something first.');
      return;
    }
    await queue.run(async () => {
      await perform(report);
      put(cleared);
      queue.say(done);
      queue.focusRecord();
      await queue.load();
    }, kept);
  };

  return {
    typed,
    type,
    isBeingEdited,
    comparing,
    mergeProblem,
    async publish(): Promise<void> {
      if (!report || isBeingEdited() || isHeldUp(report)) return;
      const { publishesAt } = report;
      await decide(
        (one) =>
          publish(one, {
            verification: typed.verification,
            photos: chosenPhotos(one, typed),
            allow: typed.looked,
          }),
        ({ status }) =>
          status === 'scheduled' && publishesAt !== null
            ? `Accepted. It becomes public ${datedWords(publishesAt)}.`
            : 'Published. It is on everyone’s map.',
        kept,
      );
    },
    async reject(): Promise<void> {
      const message = typed.message.trim() || null;
      await decide(
        (one) => reject(one, message),
        () => 'Rejected.',
        kept,
      );
    },
    ask: () =>
      send(
        typed.question,
        (one) => ask(one, typed.question.trim()),
        'Asked. The reporter reads it behind their private link.',
        { question: '' },
      ),
    note: () =>
      send(typed.note, (one) => addNote(one, typed.note.trim()), 'The note is kept.', { note: '' }),
    edit(): void {
      if (typed.edited) document.querySelector<HTMLElement>('.record-form input')?.focus();
      if (report?.status !== 'pending' || typed.edited) return;
      const { feature } = report;
      type({ edited: { feature: feature as unknown as JsonObject, base: feature } });
    },
    /** @param isSaved then what was looked at may be other words now. */
    endEdit(isSaved: boolean): void {
      put(isSaved ? { edited: null, looked: [] } : { edited: null });
      queue.focusRecord();
    },
    compare(likely: Likely): void {
      if (isBeingEdited()) return;
      setMergeProblem(null);
      setComparing(likely);
    },
    compareBest(): void {
      if (isBeingEdited()) return;
      const { found, problem } = candidates;
      const best = found?.[0];
      if (best) setComparing(best);
      else if (report?.status === 'pending' && found === null) queue.say(STILL_LOOKING);
      else queue.say(problem ?? 'There is no likely duplicate to compare it with.');
    },
    endCompare(): void {
      setComparing(null);
      setMergeProblem(null);
      queue.focusRecord();
    },
    async merge(likely: Likely, choice: MergeChoice): Promise<void> {
      const unseen = report?.warnings.find(({ pointer }) => !typed.looked.includes(pointer));
      if (choice.kind === 'incident' && unseen) {
        setMergeProblem('Close this, and look at each warning first: its words become public.');
        return;
      }
      const isDone = await decide(
        (one) => mergeInto(one, likely, choice, typed.looked),
        () => mergedWords(likely, choice),
        kept,
      );
      if (isDone) setComparing(null);
      else setMergeProblem('It was not merged. Close this to read why.');
    },
  };
}

function mergeInto(
  report: QueuedReport,
  likely: Likely,
  choice: MergeChoice,
  allow: readonly string[],
) {
  if (likely.kind === 'report' || choice.kind === 'report') {
    return mergeReport(report, {
      id: likely.id,
      revision: likely.kind === 'report' ? likely.revision : 0,
    });
  }
  const { relation, disputes } = choice;
  const incidentRevision = likely.feature.properties.revision;
  return merge(report, { incidentId: likely.id, incidentRevision, relation, disputes, allow });
}

function mergedWords(likely: Likely, choice: MergeChoice): string {
  if (choice.kind === 'report') return `“${likely.title}” stands for it now.`;
  return choice.relation === 'agrees'
    ? `Added to “${likely.title}” as an account that agrees.`
    : `Added to “${likely.title}” as an account that disputes.`;
}
