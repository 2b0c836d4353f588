import { useState } from 'preact/hooks';
import {
  changePerson,
  endSessionsOf,
  fetchPeople,
  type Invited,
  invite,
  type Person,
  ROLES,
  type Role,
} from '../../api/moderation-access.ts';
import { useAct } from '../use-act.ts';
import { useLoaded } from '../use-loaded.ts';
import { Pause } from './Pause.tsx';

/** What a link means for whom it is for. */
const MEANS = {
  nobody: '',
  active: ', who is here already: earlier links hold no longer',
  inactive: ', who was deactivated and may sign in again',
} as const;

/** Who works behind the map; for administrators. */
export function People() {
  const people = useLoaded(fetchPeople);
  const { said, busy, act } = useAct();
  const [link, setLink] = useState<Invited | null>(null);
  const [role, setRole] = useState<Role>('moderator');
  const change = (perform: () => Promise<unknown>, done: string) =>
    act(perform, done).then(people.reload);
  const makeLink = (name: string, as: Role) =>
    change(
      async () => setLink(await invite(name, as)),
      `A link for ${name} is made. It is shown once, below.`,
    );
  return (
    <div class="plain-page">
      <h2>People</h2>
      <p class="said" role="status">
        {said}
      </p>
      {people.problem && <p role="alert">{people.problem}</p>}
      <form
        class="inline-form"
        aria-label="Invite"
        onSubmit={(event) => {
          event.preventDefault();
          void makeLink(String(new FormData(event.currentTarget).get('name')).trim(), role);
        }}
      >
        <label>
          Name
          <input name="name" required maxLength={80} autocomplete="off" />
        </label>
        <RoleSelect label="Role" role={role} onChange={setRole} />
        <button type="submit" class="button is-primary" disabled={busy}>
          Invite
        </button>
      </form>
      {link && (
        <p class="offer">
          <label>
            One-time link for {link.name}
            {MEANS[link.was]}. Hand it to them; it is not shown again.
            <input readOnly value={link.link} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </p>
      )}
      <ul class="entries">
        {people.value?.map((person) => (
          <PersonEntry
            key={person.id}
            person={person}
            busy={busy}
            onChange={(perform, done) => void change(perform, done)}
            onInvite={() => void makeLink(person.name, person.role)}
          />
        ))}
      </ul>
      <Pause />
    </div>
  );
}

interface PersonEntryProps {
  readonly person: Person;
  readonly busy: boolean;
  readonly onChange: (perform: () => Promise<unknown>, done: string) => void;
  readonly onInvite: () => void;
}

function PersonEntry({ person, busy, onChange, onInvite }: PersonEntryProps) {
  const { id, name, role, sessions, active } = person;
  return (
    <li class={active ? '' : 'is-inactive'}>
      <span>
        <strong>{name}</strong>
        {active ? '' : ', deactivated'}
        <small class="note"> {sessions} signed in</small>
      </span>
      <span class="actions">
        {active && (
          <RoleSelect
            label={`Role of ${name}`}
            hidden
            role={role}
            onChange={(next) =>
              onChange(() => changePerson(id, { role: next }), `${name} is ${next} now.`)
            }
          />
        )}
        <button type="button" class="button" disabled={busy} onClick={onInvite}>
          New link<span class="visually-hidden"> for {name}</span>
        </button>
        {sessions > 0 && (
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => onChange(() => endSessionsOf(id), `${name} is signed out everywhere.`)}
          >
            Sign out<span class="visually-hidden"> {name} everywhere</span>
          </button>
        )}
        {active && (
          <button
            type="button"
            class="button is-danger"
            disabled={busy}
            onClick={() =>
              onChange(() => changePerson(id, { active: false }), `${name} is deactivated.`)
            }
          >
            Deactivate<span class="visually-hidden"> {name}</span>
          </button>
        )}
      </span>
    </li>
  );
}

interface RoleSelectProps {
  readonly label: string;
  /** The label is for screen readers alone. */
  readonly hidden?: boolean;
  readonly role: Role;
  readonly onChange: (role: Role) => void;
}

function RoleSelect({ label, hidden = false, role, onChange }: RoleSelectProps) {
  return (
    <label>
      <span class={hidden ? 'visually-hidden' : ''}>{label}</span>
      <select value={role} onChange={(event) => onChange(event.currentTarget.value as Role)}>
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
