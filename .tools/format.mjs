/** `npm run format`: lays out every file in the house's way, sorts imports, and applies the linter's safe repairs. */
import { runAsScript } from './bootstrap.mjs';
import { runTool } from './command.mjs';

runAsScript(import.meta.url, async () => {
  const { code } = await runTool('biome', ['check', '--write', '.'], { show: true });
  return code;
});
