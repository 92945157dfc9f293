/** SARIF 2.1.0, for code scanning services: rules, places, fixes, and fingerprints that survive shifted lines. */

import type { Finding, Fix, Range, Severity, Span } from '@mos/language';
import { uniqueFingerprints } from './fingerprint.ts';
import { worstFirst } from './order.ts';
import { pathUri } from './paths.ts';
import type { Output, Report } from './report.ts';
import { openSources, type Sources } from './sources.ts';
import { thousands } from './summary.ts';
import { visibleJson, visibleShort } from './visible.ts';

export const sarif: Output = {
  name: 'sarif',
  render(report, { cwd }) {
    const sources = openSources(report);
    const findings = worstFirst(report.findings).slice(0, shownResults);
    const rules = [...new Set(findings.map((finding) => finding.rule))].sort();
    const log: Log = {
      report,
      cwd,
      sources,
      fingerprints: uniqueFingerprints(report.findings, sources, cwd),
      ruleIndex: new Map(rules.map((rule, index) => [rule, index])),
    };
    const run = {
      tool: {
        driver: {
          name: 'mos',
          version: report.version,
          rules: rules.map((rule) => ruleDescriptor(rule, findings, report)),
        },
      },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [rootId]: { description: { text: 'The folder in which mos was started.' } } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report.findings.length) }],
      results: findings.map((finding) => result(finding, log)),
    };
    return `${visibleJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })}\n`;
  },
};

interface Log {
  report: Report;
  cwd: string;
  sources: Sources;
  fingerprints: Map<Finding, string>;
  ruleIndex: Map<string, number>;
}

/** As many as GitHub shows for one run; it refuses files that hold many more. */
const shownResults = 5000;

/** GitHub takes 1,000; nobody reads that many. */
const shownRelated = 50;

/** The name that services know for the root of the checkout. */
const rootId = '%SRCROOT%';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

function ruleDescriptor(rule: string, findings: readonly Finding[], report: Report): object {
  const known = report.ruleSummaries?.get(rule);
  const example = findings.find((finding) => finding.rule === rule);
  const killer = known?.killer ?? example?.killer;
  return {
    id: rule,
    shortDescription: { text: plain(known?.title ?? rule) },
    help: { text: plain(example?.why ?? rule) },
    ...(example === undefined
      ? {}
      : { helpUri: example.docs, defaultConfiguration: { level: levels[example.severity] } }),
    properties: { tags: ['strategy-execution', ...(killer === undefined ? [] : [`killer-${killer}`])] },
  };
}

function notifications(total: number): object[] {
  if (total <= shownResults) {
    return [];
  }
  const text = `${thousands(total)} findings; this report holds the ${thousands(shownResults)} worst.`;
  return [{ level: 'warning', message: { text } }];
}

function result(finding: Finding, log: Log): object {
  return {
    ruleId: finding.rule,
    ruleIndex: log.ruleIndex.get(finding.rule),
    level: levels[finding.severity],
    message: { text: plain(finding.message) },
    locations: [
      { physicalLocation: place(finding.file, { ...region(finding.range), ...characters(finding.span) }, log) },
    ],
    relatedLocations: finding.related.slice(0, shownRelated).map((related, index) => ({
      id: index,
      message: { text: plain(related.message) },
      physicalLocation: place(related.file, region(related.range), log),
    })),
    partialFingerprints: { 'mosFinding/v1': log.fingerprints.get(finding) },
    fixes: finding.fixes.filter((fix) => fix.edits.length > 0).map((fix) => fixData(fix, log)),
  };
}

function fixData(fix: Fix, log: Log): object {
  const files = Map.groupBy(fix.edits, (edit) => edit.file);
  return {
    description: { text: plain(fix.title) },
    artifactChanges: [...files].map(([file, edits]) => ({
      artifactLocation: artifact(file, log),
      replacements: edits.map((edit) => {
        const range = log.sources.range(file, edit);
        return {
          deletedRegion: { ...(range && region(range)), ...characters(edit) },
          insertedContent: { text: edit.text },
        };
      }),
    })),
  };
}

function place(file: string, area: object, log: Log): object {
  return { artifactLocation: artifact(file, log), region: area };
}

function artifact(file: string, { cwd }: Log): object {
  const { uri, inside } = pathUri(file, cwd);
  return inside ? { uri, uriBaseId: rootId } : { uri };
}

function region({ start, end }: Range): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function characters({ start, end }: Span): object {
  return { charOffset: start, charLength: end - start };
}

/** SARIF reads `[text](target)` in a message as a link; escaping the brackets keeps a plan's text plain. */
function plain(text: string): string {
  const shown = visibleShort(text);
  return shown.includes('](') ? shown.replace(/[\\[\]]/g, '\\$&') : shown;
}
