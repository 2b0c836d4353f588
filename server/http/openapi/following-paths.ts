import { JSON_TYPE } from '../links.ts';
import { json, type Methods } from './operation.ts';

/** Following by e-mail, by path from `/api`. */
export const FOLLOWING_PATHS: Readonly<Record<string, Methods>> = {
  '/following': {
    get: {
      summary: 'Whether this map sends mails about changes.',
      tag: 'Following',
      answer: json('FollowingOffered'),
    },
    post: {
      summary:
        'Asks for a mail a day about what changed, where anything did. The same answer for every address; nothing is sent but one mail that asks to confirm.',
      tag: 'Following',
      body: { types: [JSON_TYPE], schema: 'FollowingRequest' },
      status: 202,
      answer: json('FollowingReceipt'),
      problems: [404, 413, 415, 422, 429],
    },
  },
  '/following/{token}': {
    get: {
      summary: 'What is followed. It does not tell by which address.',
      tag: 'Following',
      answer: json('Follower'),
      problems: [404],
    },
    post: {
      summary: 'Confirms it: mails come from the next day on.',
      tag: 'Following',
      body: { types: [JSON_TYPE], schema: 'FollowingAction' },
      answer: json('Follower'),
      problems: [404, 413, 415, 422],
    },
    delete: {
      summary: 'Ends it, and erases address and filter.',
      tag: 'Following',
      status: 204,
      problems: [404],
    },
  },
  '/following/{token}/stop': {
    post: {
      summary: "The same, as a mail program's own button asks for it (RFC 8058).",
      tag: 'Following',
      status: 204,
      problems: [404],
    },
  },
};
