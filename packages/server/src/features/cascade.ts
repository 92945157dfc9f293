/** The cascade for an editor's sidebar: everything once, then what is different; nothing while nobody looks. */

import {
  type CascadeStory,
  CHILD_KIND,
  cascadeStory,
  formatPeriod,
  likelyDris,
  monthOf,
  type PlanNode,
  quarterOf,
  titleOf,
  weekOf,
} from '@mos/language';
import type { Range } from 'vscode-languageserver';
import { answerTo, type CascadeAct, type CascadeAnswer, findingsOf, type Row } from '../cascade-edits.ts';
import { type CascadeWeek, weekOfAll } from '../cascade-week.ts';
import { type CascadePatch, type CascadeSnapshot, Cascades } from '../cascades.ts';
import type { Feature, Server } from '../feature.ts';
import { Turns } from '../turns.ts';

/** A finding of one declaration, with the titles of its ways out. */
export interface StoryFinding {
  rule: string;
  severity: string;
  message: string;
  why: string;
  fixes: string[];
}

/** Somebody who might answer for a declaration. */
export interface CascadeOwner {
  id: string;
  name: string;
  role?: string;
}

export type CascadeStoryAnswer = CascadeStory & {
  findings: StoryFinding[];
  /** The kind that can be added below. */
  child?: string;
};

type CascadeDifference = Omit<CascadePatch, 'now'>;

/** Milliseconds. One patch for a burst of keystrokes; far shorter than anybody waits to see a change. */
const QUIET_TIME = 80;

export const cascade: Feature = {
  capabilities: {},
  register(server) {
    const { connection, workspace } = server;
    let cascades: Cascades | undefined;
    let isWatched = false;
    const touched = new Set<string>();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    /** One look at the plans after the other. */
    let line: Promise<unknown> = Promise.resolve();

    /** Whoever says what revision is known gets what is different since then, if that can be said. */
    connection.onRequest(
      'mos/cascade/open',
      async (params: { revision?: number } | undefined): Promise<CascadeSnapshot | CascadePatch> => {
        await server.judged();
        const known = cascades?.revision;
        const change = await look();
        // Somebody else may be looking already: they hear what is new, and both go on from there.
        if (isWatched) tell(change);
        isWatched = true;
        if (known !== undefined && params?.revision === known)
          return patchOf(change ?? { base: known, revision: known, gone: [], plans: [] });
        return { ...(cascades as Cascades).snapshot(), now: nowOf(server) };
      },
    );
    connection.onNotification('mos/cascade/close', () => {
      clearTimeout(waiting);
      isWatched = false;
    });
    server.onChange((uris) => {
      if (!cascades || !uris) return;
      for (const uri of uris) touched.add(uri);
      clearTimeout(waiting);
      if (isWatched) waiting = setTimeout(() => void lookAndTell(), QUIET_TIME);
    });

    async function lookAndTell(): Promise<void> {
      try {
        const change = await look();
        if (isWatched) tell(change);
      } catch (error) {
        failed(error);
      }
    }

    function failed(error: unknown): void {
      connection.console.error(`mos could not tell of a change of the cascade: ${String(error)}`);
    }

    function tell(change: CascadeDifference | undefined): void {
      if (change) connection.sendNotification('mos/cascade/patch', patchOf(change)).catch(failed);
    }

    function patchOf(change: CascadeDifference): CascadePatch {
      return { ...change, now: nowOf(server) };
    }

    /** What is different since the last look; in turns, as it may be every row of a large plan. */
    function look(): Promise<CascadeDifference | undefined> {
      const found = line.then(lookInTurns);
      line = found.catch(() => undefined);
      return found;
    }

    async function lookInTurns(): Promise<CascadeDifference | undefined> {
      clearTimeout(waiting);
      // While a change is taken in, a plan is not to be looked at.
      await workspace.settled();
      cascades ??= new Cascades();
      const uris = [...touched];
      touched.clear();
      try {
        const steps = cascades.updating(workspace.all(), workspace.day, uris);
        const turns = new Turns(server.host);
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) return step.value;
          if (!turns.isDue()) continue;
          await turns.give();
          await workspace.settled();
        }
      } catch (error) {
        // The next look makes up for it.
        for (const uri of uris) touched.add(uri);
        throw error;
      }
    }

    connection.onRequest('mos/cascade/at', (params: { uri: string; position: Range['start'] }) =>
      server.at({ textDocument: { uri: params.uri }, position: params.position }, ({ project, file }, offset) => {
        const row = cascades?.of(project)?.rowAt(file, offset);
        return row ? { id: row.id } : null;
      }),
    );
    /** Of a row or a metric; line and UTF-16 column from 0. */
    connection.onRequest('mos/cascade/place', ({ id }: { id: string }) =>
      onRow(id, ({ subject: { uri, lines }, node: { place } }) => {
        const { line, character } = lines.position(place.start);
        return { uri, line, column: character };
      }),
    );
    connection.onRequest('mos/cascade/story', ({ id }: { id: string }) => onRow(id, storyOf));
    connection.onRequest('mos/cascade/owners', ({ id }: { id: string }) => onRow(id, ownersFor));
    connection.onRequest<CascadeAnswer | null, void>(
      'mos/cascade/edit',
      ({ id, act }: { id: string; act: CascadeAct }) => onRow(id, (row) => answerTo(server, row, act)),
    );
    /** `me`: only what this person answers for, whichever way they are called. */
    connection.onRequest('mos/cascade/week', async ({ me }: { me?: string } = {}): Promise<CascadeWeek> => {
      await server.judged();
      // Rows of today: each answer leads back to one.
      await lookAndTell();
      return weekOfAll(workspace.all(), workspace.day, cascades, me);
    });
    connection.onRequest('mos/cascade/people', async (): Promise<{ name: string; also: string[]; role?: string }[]> => {
      await server.settled();
      return workspace.all().flatMap(({ engine: { plan } }) => plan.nodesOf('owner').map(personOf));
    });

    /** Rows are told a moment after the plan has changed: one that is gone by now gets no answer. */
    async function onRow<T>(id: string, answer: (row: Row) => T): Promise<T | null> {
      await workspace.settled();
      const found = cascades?.find(id);
      if (!found) return null;
      const { cascade, node } = found;
      return server.fresh(
        found.project.uriOf(node.file),
        (subject) => (cascade.nodeOf(id) === node ? answer({ subject, node, cascade }) : null),
        { judged: true },
      );
    }
  },
};

/** The periods that today lies in, as they are written. */
function nowOf({ workspace }: Server): CascadeSnapshot['now'] {
  const { day } = workspace;
  const calendar = workspace.all()[0]?.config.calendar;
  return {
    day,
    week: formatPeriod(weekOf(day)),
    month: formatPeriod(monthOf(day)),
    quarter: formatPeriod(quarterOf(day, calendar)),
  };
}

function storyOf(row: Row): CascadeStoryAnswer {
  const { subject, node, cascade: rows } = row;
  const child = CHILD_KIND[node.kind];
  return {
    ...cascadeStory(subject.project.engine.plan, node, subject.today, (other) =>
      other.kind === 'metric' ? rows.identityOf(other) : rows.rowOf(other)?.id,
    ),
    findings: findingsOf(row).map(({ rule, severity, message, why, fixes }) => ({
      rule,
      severity,
      message,
      why,
      fixes: fixes.map(({ title }) => title),
    })),
    ...(child && { child }),
  };
}

function personOf(owner: PlanNode): { name: string; also: string[]; role?: string } {
  const also = [owner.name, owner.text('email')?.value].filter((each) => each !== undefined);
  const role = owner.text('role')?.value;
  return { name: titleOf(owner), also, ...(role !== undefined && { role }) };
}

/** Who might answer for it, the likeliest first. */
function ownersFor({ subject: { project }, node, cascade: rows }: Row): CascadeOwner[] {
  return likelyDris(project.engine.plan, node).flatMap((owner) => {
    const id = rows.identityOf(owner);
    const role = owner.text('role')?.value;
    return { id, name: titleOf(owner), ...(role !== undefined && { role }) };
  });
}
