import type { Account, Source } from '../../data/incident/schema.ts';
import { RECORDS } from '../language/languages.ts';
import { say, sayParts } from '../language/say-of-details.ts';
import { roleLabel } from '../language/vocabulary-of-details.ts';
import { numberWords } from '../language/words.ts';
import { datedWords } from '../time/words.ts';
import { accountAnchor, Jump } from './Jump.tsx';
import { knownAt, sidesOf } from './sides.ts';
import { listParts } from './words.ts';

interface AccountsProps {
  readonly accounts: readonly Account[];
  readonly sources: readonly Source[];
}

/** Later than this after the first, an account is one that came later. */
const LATER_MS = 36 * 3_600_000;

/** Who says what. Where one disputes another they stand side by side, joined by a line that says so. */
export function Accounts({ accounts, sources }: AccountsProps) {
  const { disputes, undisputed } = sidesOf(accounts);
  const first = Math.min(...accounts.map(knownAt));
  const card = (account: Account) => (
    <AccountCard
      key={account.id}
      account={account}
      sources={sources}
      later={knownAt(account) - first > LATER_MS}
      disputed={accounts.filter(({ id }) => account.disputes.includes(id))}
    />
  );
  return (
    <section class="accounts" aria-labelledby="accounts-title">
      <h3 id="accounts-title" class="section-title">
        {say('accounts.title')} <span class="count">{numberWords(accounts.length)}</span>
      </h3>
      {disputes.map(({ left, right }) => (
        <div class="dispute" key={left[0]?.id}>
          <div class="dispute-side">{left.map(card)}</div>
          {/* Each account says by itself whom it disputes. */}
          <p class="dispute-line" aria-hidden="true">
            <span>{say('accounts.disputes')}</span>
          </p>
          <div class="dispute-side">{right.map(card)}</div>
        </div>
      ))}
      {undisputed.map(card)}
      {accounts.length <= 1 && <p class="note">{say('accounts.noOther')}</p>}
    </section>
  );
}

interface AccountCardProps {
  readonly account: Account;
  readonly sources: readonly Source[];
  readonly later: boolean;
  readonly disputed: readonly Account[];
}

function AccountCard({ account, sources, later, disputed }: AccountCardProps) {
  const cited = sources.filter(({ id }) => account.sources.includes(id));
  return (
    <article class="account" id={accountAnchor(account.id)} tabIndex={-1}>
      <h4 lang={RECORDS}>{account.by}</h4>
      {/* Who speaks is said above; “Other” would say less. */}
      {account.role !== 'other' && <p class="account-role">{roleLabel(account.role)}</p>}
      <p class="account-says" lang={RECORDS}>
        {account.says}
      </p>
      <p class="account-when">
        {later && <strong class="later">{say('accounts.later')}</strong>}
        {account.saidAt
          ? say('accounts.said', { day: datedWords(account.saidAt) })
          : say('accounts.saidUnknown')}
        {!sameDay(account) && say('accounts.publicSince', { day: datedWords(account.knownAt) })}
      </p>
      {disputed.length > 0 && (
        <p class="account-disputes">
          {sayParts('accounts.disputesWhom', {
            names: listParts(
              disputed.map(({ id, by }) => (
                <Jump key={id} to={accountAnchor(id)} lang={RECORDS}>
                  {by}
                </Jump>
              )),
            ),
          })}
        </p>
      )}
      {cited.length > 0 && (
        <p class="account-sources">
          {sayParts('accounts.sources', {
            count: cited.length,
            names: listParts(
              cited.map(({ id, publisher }) => (
                <Jump key={id} to={`source-${id}`} lang={RECORDS}>
                  {publisher}
                </Jump>
              )),
            ),
          })}
        </p>
      )}
    </article>
  );
}

function sameDay({ saidAt, knownAt: known }: Account): boolean {
  return saidAt !== null && saidAt.slice(0, 10) === known.slice(0, 10);
}
