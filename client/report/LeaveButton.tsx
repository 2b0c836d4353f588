import { say } from '../language/say-of-reports.ts';
import { leave } from './leave.ts';

/** For whoever is being watched: gone at once, to an empty page, and Back does not return. */
export function LeaveButton() {
  return (
    <button type="button" class="leave" title={say('leave.what')} onClick={() => void leave()}>
      {say('leave.now')}
    </button>
  );
}

/** Said before anybody writes, without frightening those who need not be. */
export function SafetyNote() {
  return (
    <details class="safety">
      <summary>{say('safety.title')}</summary>
      <ul>
        <li>{say('safety.first')}</li>
        <li>{say('safety.names')}</li>
        <li>{say('safety.leave')}</li>
        <li>{say('safety.address')}</li>
      </ul>
    </details>
  );
}
