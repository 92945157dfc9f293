/** Protects that what is shown between the lines follows: the client is told to ask again when another file or a setting changed it. */

import { expect, test } from 'vitest';
import type { Client } from '../harness/client.ts';
import { started } from '../harness/session.ts';

const ALL = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};
const REQUESTS = ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh', 'workspace/semanticTokens/refresh'];

/** Resolves when each of the requests came once more. */
function refreshed(client: Client): Promise<unknown> {
  return Promise.all(
    REQUESTS.map((method) => new Promise<void>((resolve) => client.connection.onRequest(method, () => resolve()))),
  );
}

test('a change of another file, on the disk or in an editor, and a setting', async () => {
  const client = await started({ 'people.mos': 'owner ben "Ben"\n' }, undefined, ALL);
  await client.open('a.mos', 'objective o { dri ben }\n');
  await refreshed(client);

  const byEditor = refreshed(client);
  await client.open('people.mos', 'owner ben "Benjamin"\n');
  await byEditor;

  const bySetting = refreshed(client);
  await client.configure({ inlayHints: { names: false } });
  await bySetting;
});

test('the only open document is asked for anyway, so that typing is not answered twice', async () => {
  const client = await started({}, undefined, ALL);
  await client.open('a.mos', 'owner a "A"\n');
  await client.settled();
  const order: string[] = [];
  for (const method of REQUESTS) client.connection.onRequest(method, () => void order.push(method));
  await client.change('a.mos', 'owner a "B"\n');
  await client.settled();
  const bySetting = refreshed(client);
  await client.configure({});
  await bySetting;
  expect(order).toEqual([]);
});
