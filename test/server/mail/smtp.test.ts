import { expect, it, onTestFinished } from 'vitest';
import type { Mail } from '../../../server/domain/ports/mail-sender.ts';
import { SmtpSender, type SmtpSettings } from '../../../server/mail/smtp.ts';
import { type MailSink, startMailSink } from '../mail-sink.ts';

const mail: Mail = {
  to: 'ann@example.org',
  language: 'en',
  subject: 'Subject',
  text: 'Text',
  html: '<p>Text</p>',
  messageId: 'one',
  stopUrl: 'https://map.example/stop',
};

async function startSink(): Promise<MailSink> {
  const sink = await startMailSink();
  onTestFinished(() => sink.close());
  return sink;
}

function sender(sink: MailSink, changed: Partial<SmtpSettings> = {}): SmtpSender {
  const { hostname: host, port } = new URL(sink.url);
  const from = { name: 'Incident map', address: 'map@incidents.example' };
  const settings = { host, port: Number(port), isSecure: false, login: null, from, ...changed };
  const made = new SmtpSender(settings, 'https://map.example');
  onTestFinished(() => made.close());
  return made;
}

it('hands no address to a mail server elsewhere that speaks no TLS', async () => {
  const sink = await startSink();
  const asked: string[] = [];
  sink.answer = (to) => {
    asked.push(to);
    return null;
  };
  // To the machine itself all the same, by a name that does not say so.
  expect(await sender(sink, { host: '0.0.0.0' }).send(mail)).toBe('down');
  expect(await sender(sink, { isSecure: true }).send(mail)).toBe('down');
  expect(asked).toEqual([]);
  expect(await sender(sink).send(mail)).toBe('sent');
});

it('names the map to the mail server, and not the machine it runs on', async () => {
  const sink = await startSink();
  await sender(sink).send(mail);
  expect(sink.greetings).toEqual(['map.example']);
});

it('sends many over few connections, and is down once it is closed', async () => {
  const sink = await startSink();
  const made = sender(sink);
  const sent = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      made.send({ ...mail, to: `f${number}@example.org`, messageId: String(number) }),
    ),
  );
  expect(new Set(sent)).toEqual(new Set(['sent']));
  expect(sink.greetings.length).toBeLessThanOrEqual(3);
  await made.close();
  expect(await made.send(mail)).toBe('down');
});
