import type { ApiFailure, FieldError } from '../api/failure.ts';
import type { Words } from '../language/Said.tsx';
import { say } from '../language/say-of-reports.ts';
import { numberWords } from '../language/words.ts';

/** @returns what is wrong with a field, in the language of the page where its code is known here. */
export function fieldWords({ pointer, code, limit = 0, message }: FieldError): Words {
  const most = numberWords(limit);
  switch (code) {
    case 'missing':
      return say('problem.missing');
    case 'empty':
      return say('problem.empty');
    case 'too_long':
      return say('problem.tooLong', { most });
    case 'too_many':
      return say('problem.tooMany', { most });
    case 'bad_characters':
      return say('problem.characters');
    case 'not_listed':
      return say('problem.notListed');
    case 'improbable_time':
      return say('problem.improbableTime');
    case 'in_future':
      return say('form.future');
    case 'outside_area':
      return say('problem.outside');
    case 'bad_format':
      return pointer?.startsWith('/properties/sources')
        ? say('problem.webAddress')
        : say('form.empty.time');
    default:
      return { english: message };
  }
}

/** @returns what is asked for where people leave a field empty: plainer than that it is missing. */
export function emptyWords(pointer: string): string {
  switch (pointer) {
    case '/geometry/coordinates':
      return say('form.empty.place');
    case '/properties/place':
      return say('form.empty.placeWords');
    case '/properties/category':
      return say('form.empty.category');
    case '/properties/occurredAt':
      return say('form.empty.time');
    case '/properties/title':
      return say('form.empty.line');
    case '/properties/summary':
      return say('form.empty.words');
    default:
      return say('problem.missing');
  }
}

/** @returns why a request of a reporter brought nothing, in the language of the page where it can. */
export function failureWords({ code, message, isEnglish }: ApiFailure): Words {
  switch (code) {
    case 'too_many_requests':
      return say('problem.tooOften');
    case 'work_needed':
      return say('form.workLate');
    case 'reports_paused':
      return say('problem.paused');
    case 'too_large':
    case 'too_many_pixels':
      return say('problem.tooLarge');
    case 'not_found':
      return say('status.none');
    case 'decided':
      return say('problem.decided');
    case 'full':
      return say('problem.full');
    case 'changed_since':
      return say('form.changedSince');
    case 'conflict':
      return say('problem.underWay');
    case 'heic':
      return say('photos.heic');
    case 'moving_picture':
      return say('problem.moving');
    case 'no_photo':
    case 'broken_photo':
      return say('photos.unread');
    default:
      return isEnglish ? { english: message } : message;
  }
}
