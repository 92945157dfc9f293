/** What an editor's extension asks for besides the protocol: rule pages, templates, and how the server is doing. */

import { allow, part, partNames, type Rule, rulePages, rules } from '@mos/language';
import { template, templates } from '@mos/language/templates';
import { ErrorCodes, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { Feature, Server, Subject } from '../feature.ts';
import { refuseStale, unable, workspaceEdit } from '../workspace-edit.ts';

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

/** What `mos.suppress` has asked a person; `line` counts from 0 and is that of the declaration in that version of the text. */
export interface AllowParams {
  uri: string;
  version: number | null;
  line: number;
  rule: string;
  reason: string;
  /** ISO date of the last day; empty for good. */
  until: string;
}

export const companion: Feature = {
  capabilities: {},
  register(server) {
    const { connection } = server;
    connection.onRequest('mos/rules', () => rules.map(summaryOf));
    connection.onRequest('mos/rulePage', async ({ rule }: { rule: string }): Promise<string | null> => {
      const pages = await rulePages();
      return Object.hasOwn(pages, rule) ? (pages[rule] ?? null) : null;
    });
    connection.onRequest('mos/templates', () => templates);
    connection.onRequest('mos/template', ({ name, title }: { name: string; title: string }) => {
      const known = templates.find((candidate) => candidate.name === name);
      if (!known) throw new ResponseError(ErrorCodes.InvalidParams, `There is no template "${name}".`);
      return template(known.name, { title, today: server.workspace.day });
    });
    connection.onRequest('mos/part', ({ name }: { name: string }) => {
      const known = partNames.find((candidate) => candidate === name);
      if (!known) throw new ResponseError(ErrorCodes.InvalidParams, `No plan has a part "${name}".`);
      return part(known, server.workspace.day);
    });
    connection.onRequest('mos/allow', (params: AllowParams) =>
      server.fresh(params.uri, (subject) => allowed(subject, params, server), { judged: true }),
    );
    connection.onRequest('mos/health', async () => {
      await server.judged();
      return healthOf(server);
    });
  },
};

function summaryOf({ name, severity, why }: Rule): RuleSummary {
  return { name, severity, why };
}

function allowed(
  subject: Subject,
  { uri, version, line, rule, reason, until }: AllowParams,
  server: Server,
): WorkspaceEdit {
  refuseStale(server, { uri, version });
  const { project, file, lines } = subject;
  const { plan } = project.engine;
  const nodes = [...(plan.files.get(file)?.nodes.values() ?? [])];
  const node = nodes.find(({ declaration }) => lines.position(declaration.start).line === line);
  if (!node) throw new ResponseError(ErrorCodes.InvalidParams, 'No declaration begins on that line.');
  const outcome = allow(plan, node, { rule, reason, ...(until && { until }) });
  if ('refused' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused);
  const obstacle = unable(outcome, project, server);
  if (obstacle) throw new ResponseError(LSPErrorCodes.RequestFailed, obstacle);
  return workspaceEdit(outcome, project, server);
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
      findings: project.files().reduce((sum, uri) => sum + project.findings(uri, { fixes: false }).length, 0),
      complete: project.complete,
    })),
  };
}
