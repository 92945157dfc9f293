/** Protects what helps while reading: hover, navigation, outline, lenses, hints, colours. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import { noFindings, open, placeOf } from './plan.ts';

/** Opens a file of the plan with everything read, and runs a provider at a place in it. */
async function ask<T>(command: string, file: string, text: string, inside: number): Promise<T> {
  const { document } = await open(file);
  await noFindings(file);
  return vscode.commands.executeCommand<T>(command, document.uri, placeOf(document, text, inside));
}

function names(places: (vscode.Location | vscode.LocationLink)[]): string[] {
  return places.map((place) => ('uri' in place ? place.uri : place.targetUri).path.split('/').at(-1) ?? '');
}

it('pointing at a name says who or what is meant', async () => {
  const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', 'q1/demand.mos', 'dri ben', 5);
  const text = hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
  assert.match(text, /Ben Okafor/);
});

it('a name leads to its definition in another file', async () => {
  const places = await ask<vscode.Location[]>(
    'vscode.executeDefinitionProvider',
    'q1/demand.mos',
    'advances fy26.abm',
    15,
  );
  assert.deepEqual(names(places), ['strategy.mos']);
});

it('an objective leads to its milestones', async () => {
  const places = await ask<vscode.Location[]>(
    'vscode.executeImplementationProvider',
    'q1/demand.mos',
    'objective q1_pipeline',
    12,
  );
  assert.ok(places.length >= 3, `${places.length} places`);
});

it('all uses of a name are found, in every file', async () => {
  const places = await ask<vscode.Location[]>('vscode.executeReferenceProvider', 'people.mos', 'owner ben', 7);
  const files = new Set(names(places));
  assert.ok(files.has('strategy.mos') && files.has('demand.mos'), [...files].join(', '));
});

it('the type hierarchy is the cascade', async () => {
  const [item] = await ask<vscode.TypeHierarchyItem[]>(
    'vscode.prepareTypeHierarchy',
    'q1/demand.mos',
    'objective q1_pipeline',
    12,
  );
  assert.ok(item);
  const above = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', item);
  const below = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSubtypes', item);
  assert.equal(above.length, 1);
  assert.ok(below.length >= 3);
});

it('the outline is the plan', async () => {
  const { document } = await open('strategy.mos');
  await noFindings('strategy.mos');
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const frame = symbols.find(({ name }) => name.includes('Win the mid-market'));
  assert.ok(frame, symbols.map(({ name }) => name).join(', '));
  assert.ok(frame.children.length >= 3);
});

it('anything in the plan is found by its title', async () => {
  await open('strategy.mos');
  await noFindings('strategy.mos');
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    'signal-led',
  );
  assert.ok(
    found.some(({ name }) => name.includes('Signal-led account marketing')),
    found.map(({ name }) => name).join(', '),
  );
});

it('lenses stand above an objective, lead somewhere, and can be switched off', async () => {
  const { document } = await open('q1/demand.mos');
  await noFindings('q1/demand.mos');
  const lenses = () =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
  const [lens] = await eventually('there are lenses', async () => {
    const found = await lenses();
    return found.length > 0 ? found : undefined;
  });
  const command = lens?.command;
  assert.ok(command && command.title !== '');
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await switchedOff('codeLens.enabled', async () => (await lenses()).length === 0);
});

for (const setting of ['dates', 'names', 'pace']) {
  it(`hints can be switched off: ${setting}`, async () => {
    const { document } = await open('q1/demand.mos');
    await noFindings('q1/demand.mos');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const count = async () =>
      (await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all))
        .length;
    const before = await eventually('there are hints', async () => (await count()) || undefined);
    await switchedOff(`inlayHints.${setting}`, async () => (await count()) < before);
  });
}

it('a rule has a page, also under the address that findings link to', async () => {
  const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('mos://rules/cascade/orphaned-commitment'));
  assert.match(page.getText(), /^# cascade\/orphaned-commitment\n/);
  const none = await vscode.workspace.openTextDocument(vscode.Uri.parse('mos://rules/cascade/no-such-thing'));
  assert.match(none.getText(), /There is no rule of this name/);
});

it('blocks and comments fold', async () => {
  const { document } = await open('strategy.mos');
  await noFindings('strategy.mos');
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const frame = placeOf(document, 'frame fy26').line;
  assert.ok(ranges.some(({ start, end }) => start === frame && end > frame + 20));
});

/** A setting takes effect while the server runs, and is put back. */
async function switchedOff(setting: string, isOff: () => Promise<boolean>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('mos');
  await settings.update(setting, false, vscode.ConfigurationTarget.Workspace);
  try {
    await eventually(`${setting} is off`, isOff);
  } finally {
    await settings.update(setting, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
