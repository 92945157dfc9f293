/** Leads from a code lens to the declarations it speaks of: to the place itself when there is one, else to a list to look into. */

import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient';
import type { Server } from './server.ts';

export function showReferences(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(
    'mos.showReferences',
    async (uri: string, position: Position, locations: Location[]) => {
      const { converter } = server;
      const places = locations.map((location) => converter.asLocation(location));
      const from = vscode.Uri.parse(uri, true);
      await vscode.commands.executeCommand(
        'editor.action.goToLocations',
        from,
        converter.asPosition(position),
        places,
        places.length === 1 ? 'goto' : 'peek',
        'Nothing stands here yet',
      );
    },
  );
}
