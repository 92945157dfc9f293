/** What an editor's extension asks for besides the protocol: rule pages, templates, and how the server is doing. */

import { part, partNames, type Rule, rulePages, rules, template, templateNames } from '@mos/language';
import { ResponseError } from 'vscode-languageserver';
import type { Feature, Server } from '../feature.ts';

/** Answers that this feature gives, by the name of the request; the extension has the same shapes. */
export interface RuleSummary {
  name: string;
  severity: string;
  why: string;
}

export interface Health {
  /** The runtime that the server runs on, such as `v22.15.1`; empty in a browser. */
  runtime: string;
  /** Its number among the machine's processes; 0 in a browser. */
  process: number;
  /** ISO date that findings are judged by. */
  today: string;
  plans: { files: number; declarations: number; findings: number; complete: boolean }[];
}

/** The code of an answer to a question that makes no sense, as in JSON-RPC. */
const WRONG_PARAMS = -32602;

export const companion: Feature = {
  capabilities: {},
  register(server) {
    const { connection } = server;
    connection.onRequest('mos/rules', () => rules.map(summaryOf));
    connection.onRequest('mos/rulePage', async ({ rule }: { rule: string }): Promise<string | null> => {
      const pages = await rulePages();
      return Object.hasOwn(pages, rule) ? (pages[rule] ?? null) : null;
    });
    connection.onRequest('mos/template', ({ name, title }: { name: string; title: string }) => {
      const known = templateNames.find((candidate) => candidate === name);
      if (!known) throw new ResponseError(WRONG_PARAMS, `There is no template "${name}".`);
      return template(known, { title, today: server.workspace.day });
    });
    connection.onRequest('mos/part', ({ name }: { name: string }) => {
      const known = partNames.find((candidate) => candidate === name);
      if (!known) throw new ResponseError(WRONG_PARAMS, `No plan has a part "${name}".`);
      return part(known, server.workspace.day);
    });
    connection.onRequest('mos/health', () => healthOf(server));
  },
};

function summaryOf({ name, severity, why }: Rule): RuleSummary {
  return { name, severity, why };
}

/** Counts only: nothing of what a plan says leaves with a diagnostic report. */
function healthOf({ workspace }: Server): Health {
  const inNode = typeof process !== 'undefined';
  return {
    runtime: inNode ? process.version : '',
    process: inNode ? process.pid : 0,
    today: workspace.day,
    plans: workspace.all().map((project) => ({
      files: project.engine.plan.files.size,
      declarations: [...project.engine.plan.files.values()].reduce(
        (sum, { summary }) => sum + summary.declarations.length,
        0,
      ),
      findings: project.files().reduce((sum, uri) => sum + project.findings(uri).length, 0),
      complete: project.complete,
    })),
  };
}
