import type { Role } from '../../../server/domain/roles.ts';
import type { Scene, State } from '../state.ts';

const HIDDEN_MAP = { map: 'desk', hasMap: false } as const;

/** Signs in and opens a page of the moderators'. */
function signedIn(hash = '', role: Role = 'administrator') {
  return async ({ page, at, desk }: Scene): Promise<void> => {
    await desk.signIn(at.server, 'Ada', role);
    if (hash) {
      await page.goto('about:blank');
      await page.goto(`${at.server.origin}/moderation${hash}`);
    }
  };
}

/** Opens the first report that waits. */
async function atQueue(scene: Scene): Promise<void> {
  await signedIn()(scene);
  await scene.desk.title.waitFor();
  await scene.map.settled();
}

/** Opens a report that is likely the same as another. */
async function atCandles(scene: Scene): Promise<void> {
  await atQueue(scene);
  await scene.desk.queue.getByRole('button', { name: /Candles at the corner/ }).click();
  await scene.desk.opened('Candles at the corner');
  await scene.map.settled();
}

/** The moderators' page, which nobody else sees. */
export const MODERATING: readonly State[] = [
  {
    ...HIDDEN_MAP,
    name: 'moderation-signed-out',
    address: '/moderation',
    steps: ({ page }) => page.getByText('You are not signed in').waitFor(),
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-sign-in',
    address: '/moderation#not-yet-used-link',
    steps: ({ page }) => page.getByRole('button', { name: 'Sign in' }).waitFor(),
  },
  { ...HIDDEN_MAP, name: 'moderation-queue', address: '/moderation', steps: atQueue },
  {
    ...HIDDEN_MAP,
    name: 'moderation-queue-whole',
    address: '/moderation',
    height: 2600,
    steps: atCandles,
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-reject',
    address: '/moderation',
    steps: async (scene) => {
      await atCandles(scene);
      await scene.desk.write('r', 'Nobody who was there has said so yet.');
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-warning',
    address: '/moderation',
    steps: async (scene) => {
      await atQueue(scene);
      await scene.desk.queue.getByRole('button', { name: /Vigil at Lake and Chicago/ }).click();
      await scene.desk.opened('Vigil at Lake and Chicago');
      await scene.desk.press('p');
      await scene.page.getByRole('checkbox', { name: /phone number/ }).waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-compare',
    address: '/moderation',
    steps: async (scene) => {
      await atCandles(scene);
      await scene.page
        .getByRole('button', { name: /^Compare with/ })
        .first()
        .waitFor();
      await scene.desk.press('d');
      await scene.page.getByRole('dialog').waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-edit',
    address: '/moderation',
    height: 2600,
    steps: async (scene) => {
      await atCandles(scene);
      await scene.desk.press('e');
      await scene.page.getByRole('form', { name: 'What will be public' }).waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-keys',
    address: '/moderation',
    steps: async (scene) => {
      await atQueue(scene);
      await scene.desk.press('?');
      await scene.page.getByRole('dialog', { name: 'All keys' }).waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-incident',
    address: '/moderation',
    height: 1800,
    steps: async (scene) => {
      await signedIn('#incident/2026-01-14-north-shooting')(scene);
      await scene.page.getByRole('form', { name: 'The incident' }).waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-find',
    address: '/moderation',
    steps: async (scene) => {
      await signedIn('#incidents')(scene);
      await scene.page.getByRole('searchbox').waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-people',
    address: '/moderation',
    steps: async (scene) => {
      await signedIn('#people')(scene);
      await scene.page.getByRole('form', { name: 'Invite' }).waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-sign-ins',
    address: '/moderation',
    steps: async (scene) => {
      await signedIn('#access')(scene);
      await scene.page.getByLabel(/^New passphrase/).waitFor();
    },
  },
  {
    ...HIDDEN_MAP,
    name: 'moderation-audit',
    address: '/moderation',
    steps: async (scene) => {
      await signedIn('#audit')(scene);
      await scene.page.getByRole('list', { name: 'Entries' }).waitFor();
    },
  },
];
