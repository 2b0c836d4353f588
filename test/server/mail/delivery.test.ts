import { expect, it } from 'vitest';
import { deliveryOf } from '../../../server/mail/delivery.ts';

it.each([
  ['RCPT TO', '550 5.1.1 No such user', 'refused'],
  ['RCPT TO', '550-5.1.1 No such user', 'refused'],
  ['RCPT TO', '550 No such user', 'refused'],
  ['RCPT TO', '552 5.2.2 Mailbox full', 'refused'],
  ['DATA', '550 5.1.1 No such user', 'refused'],
  ['DATA', '554 Looks like spam', 'later'],
  ['RCPT TO', '554 5.7.1 Your host is on a list', 'later'],
  ['RCPT TO', '550 5.3.4 System', 'later'],
  ['RCPT TO', '451 4.7.1 Greylisted', 'later'],
  ['DATA', '452 4.3.1 Disk full', 'later'],
  ['RCPT TO', '421 Too busy', 'down'],
  ['MAIL FROM', '550 5.7.1 You may not send', 'down'],
  ['AUTH PLAIN', '535 5.7.8 Wrong password', 'down'],
])('at %s, %s means: %s', (command, response, delivery) => {
  const responseCode = Number(response.slice(0, 3));
  expect(deliveryOf(Object.assign(new Error(response), { command, responseCode, response }))).toBe(
    delivery,
  );
});

it('counts no answer at all against nobody', () => {
  expect(deliveryOf(Object.assign(new Error('no route'), { command: 'CONN' }))).toBe('down');
  expect(deliveryOf(new Error('anything'))).toBe('down');
});
