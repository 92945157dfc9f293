/** The window's entry: connects the page to the extension. */

import { App } from './app.ts';
import { Host } from './host.ts';

const host = new Host((message) => app.receive(message));
const app: App = new App(host);
