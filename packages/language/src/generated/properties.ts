/** Generated from the grammar by `npm run generate`: each property, from its tokens to its record. */

import type { Property } from '../model/records.ts';
import { added, bare, dangling, image, type Node, refuse, text, unsaid, word } from '../syntax/reading.ts';
import type { Tokens } from '../syntax/scan.ts';

/** Refuses what is no property. */
export function readProperty(t: Tokens): Property {
  return readMember(t) as unknown as Property;
}

function readMember(t: Tokens): Node {
  switch (t.kinds[t.at]) {
    case 70: // diagnosis
    case 122: // policy
    case 161: // why
    case 112: // not
    case 134: // review
    return readCascadeTexts(t);
    case 43: // advances
    case 42: // adapts
    return readCascadeReferences(t);
    case 165: // year
    case 127: // quarter
    case 106: // month
    case 49: // approved
    case 140: // shipped
    return readCascadePeriods(t);
    case 56: // budget
    case 58: // capacity
    case 124: // priority
    case 145: // spent
    return readCascadeAmounts(t);
    case 71: // done
    case 101: // met
    case 105: // missed
    case 75: // dropped
    case 110: // moved
    case 55: // blocked
    return readState(t);
    case 146: // status
    return readStatus(t);
    case 111: // needs
    return readNeeds(t);
    case 121: // planned
    return readPlanned(t);
    case 144: // spec
    return readSpec(t);
    case 63: // core
    case 119: // overrides
    return readProgramTexts(t);
    case 73: // dri
    case 162: // with
    case 96: // lead
    return readPeople(t);
    case 77: // escalates
    return readEscalates(t);
    case 133: // reports
    return readReportsTo(t);
    case 137: // role
    case 76: // email
    return readOwnerTexts(t);
    case 69: // decides
    case 46: // alias
    return readRights(t);
    case 156: // until
    return readUntil(t);
    case 93: // kind
    return readGateKind(t);
    case 163: // within
    return readWithin(t);
    case 41: // activity
    case 118: // output
    case 117: // outcome
    case 97: // leading
    case 94: // lagging
    case 123: // primary
    return readMetricFlags(t);
    case 155: // unit
    case 143: // source
    return readMetricTexts(t);
    case 45: // agreed
    return readAgreed(t);
    case 74: // drives
    return readDrives(t);
    case 86: // from
    case 152: // to
    case 50: // at
    case 54: // between
    case 157: // up
    case 72: // down
    return readGoal(t);
    case 148: // target
    case 89: // guardrail
    case 79: // expect
    return readAim(t);
    case 131: // reading
    case 83: // forecast
    return readReading(t);
    case 130: // read
    return readRead(t);
    case 78: // every
    return readEvery(t);
    case 59: // chair
    case 51: // attend
    return readMeeting(t);
    case 135: // reviews
    return readReviews(t);
    case 90: // held
    return readHeld(t);
    case 64: // covers
    return readCovers(t);
    case 164: // worked
    return readWorked(t);
    case 80: // failed
    return readFailed(t);
    case 100: // lesson
    return readLesson(t);
    case 150: // text
    return readBriefText(t);
    case 44: // affects
    case 147: // supersedes
    return readDecisionReferences(t);
    case 115: // on
    return readOnDate(t);
    case 40: // acquire
    return readAcquire(t);
    case 158: // used
    return readUsed(t);
    case 139: // selected
    return readSelected(t);
    case 87: // gap
    return readGap(t);
    case 154: // training
    return readTraining(t);
    default: return refuse();
  }
}

export function readText(t: Tokens) {
  const { at } = t;
  const value = text(t);
  return { value, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readPeriod(t: Tokens) {
  const { at } = t;
  const literal = image(t);
  return { literal, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readPath(t: Tokens): string {
  let value = '';
  if (!(t.kinds[t.at] === 8)) return refuse();
  value += image(t);
  while (t.kinds[t.at] === 10) {
    value += image(t);
    if (!(t.kinds[t.at] === 8)) return refuse();
    value += image(t);
  }
  return value;
}

export function readCascadeTexts(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let text: unknown;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  text = readText(t);
  return { type: 'TextProperty', key, text, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readCascadeReferences(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readReference(t: Tokens) {
  const { at } = t;
  const path = readPath(t);
  return { path, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readCascadePeriods(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let period: unknown;
  if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
  period = readPeriod(t);
  return { type: 'PeriodProperty', key, period, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readCascadeAmounts(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let amount: unknown;
  if (!(t.kinds[t.at] === 7 || t.kinds[t.at] === 35)) return refuse();
  amount = readAmount(t);
  return { type: 'AmountProperty', key, amount, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readAmount(t: Tokens) {
  const { at } = t;
  const literal = image(t);
  return { literal, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readState(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'StateProperty' };
  switch (t.kinds[t.at]) {
    case 71: // done
    case 101: // met
    node.key = word(t);
    if (t.kinds[t.at] === 5 || t.kinds[t.at] === 7) {
      node.on = readPeriod(t);
    }
    if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
      node.reason = readText(t);
    }
    break;
    case 105: // missed
    case 75: // dropped
    node.key = word(t);
    if (t.kinds[t.at] === 5 || t.kinds[t.at] === 7) {
      node.on = readPeriod(t);
    }
    if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
      node.reason = readText(t);
    }
    break;
    case 110: // moved
    node.key = word(t);
    if (t.kinds[t.at] === 152) {
      t.at++;
      if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
      node.to = readPeriod(t);
    }
    if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
      node.reason = readText(t);
    }
    break;
    case 55: // blocked
    node.key = word(t);
    if (t.kinds[t.at] === 57) {
      t.at++;
      if (!(t.kinds[t.at] === 8)) return refuse();
      node.by = added(node.by, readReference(t));
      while (t.kinds[t.at] === 9) {
        t.at++;
        if (!(t.kinds[t.at] === 8)) return refuse();
        node.by = added(node.by, readReference(t));
      }
    }
    if (t.kinds[t.at] === 141) {
      t.at++;
      if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
      node.since = readPeriod(t);
    }
    if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
      node.reason = readText(t);
    }
    break;
    default: return refuse();
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.by ??= [];
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readStatus(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'StatusProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 5 || t.kinds[t.at] === 7) {
    node.on = readPeriod(t);
  }
  if (t.kinds[t.at] === 115 || t.kinds[t.at] === 50 || t.kinds[t.at] === 114 || t.kinds[t.at] === 39 || t.kinds[t.at] === 120 || t.kinds[t.at] === 105 || t.kinds[t.at] === 75) {
    node.status = readStatusWord(t);
  }
  if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
    node.reason = readText(t);
  }
  if (t.kinds[t.at] === 11) {
    t.at++;
    while (t.kinds[t.at] === 116 || t.kinds[t.at] === 132 || t.kinds[t.at] === 62) {
      switch (t.kinds[t.at]) {
        case 116: // option
        case 132: // recovery
        case 62: // confidence
        node.details = added(node.details, readStatusDetail(t));
        break;
        default: return refuse();
      }
    }
    if (!(t.kinds[t.at] === 12)) return refuse();
    t.at++;
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.details ??= [];
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readStatusWord(t: Tokens): string {
  let value = '';
  switch (t.kinds[t.at]) {
    case 115: // on
    value += (value && ' ') + word(t);
    if (!(t.kinds[t.at] === 153)) return refuse();
    value += (value && ' ') + word(t);
    break;
    case 50: // at
    value += (value && ' ') + word(t);
    if (!(t.kinds[t.at] === 136)) return refuse();
    value += (value && ' ') + word(t);
    break;
    case 114: // off
    value += (value && ' ') + word(t);
    if (!(t.kinds[t.at] === 153)) return refuse();
    value += (value && ' ') + word(t);
    break;
    case 39: // achieved
    value += (value && ' ') + word(t);
    break;
    case 120: // partial
    value += (value && ' ') + word(t);
    break;
    case 105: // missed
    value += (value && ' ') + word(t);
    break;
    case 75: // dropped
    value += (value && ' ') + word(t);
    break;
    default: return refuse();
  }
  return value;
}

export function readStatusDetail(t: Tokens): Node {
  switch (t.kinds[t.at]) {
    case 116: // option
    case 132: // recovery
    return readStatusTexts(t);
    case 62: // confidence
    return readStatusAmounts(t);
    default: return refuse();
  }
}

export function readStatusTexts(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let text: unknown;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  text = readText(t);
  return { type: 'TextProperty', key, text, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readStatusAmounts(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let amount: unknown;
  if (!(t.kinds[t.at] === 7 || t.kinds[t.at] === 35)) return refuse();
  amount = readAmount(t);
  return { type: 'AmountProperty', key, amount, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readNeeds(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'NeedsProperty' };
  node.key = word(t);
  switch (t.kinds[t.at]) {
    case 27: // decision
    node.isDecision = (t.at++, true);
    if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
      node.decision = readText(t);
    }
    break;
    case 8: // ID
    if (t.kinds[t.at] === 8) {
      node.targets = added(node.targets, readReference(t));
      while (t.kinds[t.at] === 9) {
        t.at++;
        if (!(t.kinds[t.at] === 8)) return refuse();
        node.targets = added(node.targets, readReference(t));
      }
    }
    break;
    default: return refuse();
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.isDecision ??= false;
  node.targets ??= [];
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readPlanned(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'PlannedProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 5 || t.kinds[t.at] === 7) {
    node.from = readPeriod(t);
  }
  if (t.kinds[t.at] === 152) {
    t.at++;
    if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
    node.to = readPeriod(t);
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readSpec(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'SpecProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 101 || t.kinds[t.at] === 105) {
    node.result = word(t);
  }
  if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
    node.reason = readText(t);
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readProgramTexts(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let texts: unknown[] | undefined;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  texts = added(texts, readText(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
    texts = added(texts, readText(t));
  }
  return { type: 'TextsProperty', key, texts, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readPeople(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readEscalates(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (t.kinds[t.at] === 152) {
    t.at++;
  }
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readReportsTo(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (t.kinds[t.at] === 152) {
    t.at++;
  }
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readOwnerTexts(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let text: unknown;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  text = readText(t);
  return { type: 'TextProperty', key, text, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readRights(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let texts: unknown[] | undefined;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  texts = added(texts, readText(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
    texts = added(texts, readText(t));
  }
  return { type: 'TextsProperty', key, texts, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readUntil(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let period: unknown;
  if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
  period = readPeriod(t);
  return { type: 'PeriodProperty', key, period, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readGateKind(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let value: unknown;
  if (!(t.kinds[t.at] === 65 || t.kinds[t.at] === 99 || t.kinds[t.at] === 149 || t.kinds[t.at] === 56)) return refuse();
  value = word(t);
  return { type: 'KindProperty', key, value, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readWithin(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'WithinProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
    node.count = readAmount(t);
  }
  if (t.kinds[t.at] === 67 || t.kinds[t.at] === 68 || t.kinds[t.at] === 30 || t.kinds[t.at] === 160) {
    node.unit = word(t);
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readMetricFlags(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'FlagProperty' };
  if (!(t.kinds[t.at] === 41 || t.kinds[t.at] === 118 || t.kinds[t.at] === 117 || t.kinds[t.at] === 97 || t.kinds[t.at] === 94 || t.kinds[t.at] === 123)) return refuse();
  node.key = word(t);
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readMetricTexts(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let text: unknown;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  text = readText(t);
  return { type: 'TextProperty', key, text, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readAgreed(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (t.kinds[t.at] === 162) {
    t.at++;
  }
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readDrives(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readGoal(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'Goal' };
  switch (t.kinds[t.at]) {
    case 86: // from
    node.key = word(t);
    if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
      node.from = readAmount(t);
    }
    if (t.kinds[t.at] === 152) {
      t.at++;
      if (!(t.kinds[t.at] === 7 || t.kinds[t.at] === 35)) return refuse();
      node.to = readAmount(t);
    }
    break;
    case 152: // to
    node.key = word(t);
    if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
      node.to = readAmount(t);
    }
    break;
    case 50: // at
    node.key = word(t);
    if (t.kinds[t.at] === 98 || t.kinds[t.at] === 109) {
      node.bound = word(t);
    }
    if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
      node.value = readAmount(t);
    }
    break;
    case 54: // between
    node.key = word(t);
    if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
      node.low = readAmount(t);
    }
    if (t.kinds[t.at] === 48) {
      t.at++;
      if (!(t.kinds[t.at] === 7 || t.kinds[t.at] === 35)) return refuse();
      node.high = readAmount(t);
    }
    break;
    case 157: // up
    case 72: // down
    node.key = word(t);
    if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
      node.value = readAmount(t);
    }
    break;
    default: return refuse();
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readAim(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'AimProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 8) {
    node.metric = readReference(t);
  }
  while (t.kinds[t.at] === 86 || t.kinds[t.at] === 152 || t.kinds[t.at] === 50 || t.kinds[t.at] === 54 || t.kinds[t.at] === 157 || t.kinds[t.at] === 72) {
    node.goals = added(node.goals, readGoal(t));
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.goals ??= [];
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readReading(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'ReadingProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 5 || t.kinds[t.at] === 7) {
    node.on = readPeriod(t);
  }
  if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
    node.value = readAmount(t);
  }
  if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
    node.note = readText(t);
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readRead(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'ReadProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 66 || t.kinds[t.at] === 159 || t.kinds[t.at] === 107 || t.kinds[t.at] === 128 || t.kinds[t.at] === 166) {
    node.rhythm = word(t);
  }
  if (t.kinds[t.at] === 57) {
    t.at++;
    if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
    node.by = readPeriod(t);
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readEvery(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'EveryProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
    node.count = readAmount(t);
  }
  if (t.kinds[t.at] === 67 || t.kinds[t.at] === 68 || t.kinds[t.at] === 30 || t.kinds[t.at] === 160 || t.kinds[t.at] === 106 || t.kinds[t.at] === 108 || t.kinds[t.at] === 127 || t.kinds[t.at] === 129 || t.kinds[t.at] === 165 || t.kinds[t.at] === 167) {
    node.unit = word(t);
  }
  if (t.kinds[t.at] === 115) {
    t.at++;
    switch (t.kinds[t.at]) {
      case 81: // first
      case 138: // second
      case 151: // third
      case 84: // fourth
      case 95: // last
      node.place = word(t);
      if (t.kinds[t.at] === 32 || t.kinds[t.at] === 37 || t.kinds[t.at] === 38 || t.kinds[t.at] === 36 || t.kinds[t.at] === 31 || t.kinds[t.at] === 33 || t.kinds[t.at] === 34) {
        node.weekday = word(t);
      }
      break;
      case 32: // Monday
      case 37: // Tuesday
      case 38: // Wednesday
      case 36: // Thursday
      case 31: // Friday
      case 33: // Saturday
      case 34: // Sunday
      node.weekday = word(t);
      break;
      case 67: // day
      t.at++;
      if (!(t.kinds[t.at] === 7 || t.kinds[t.at] === 35)) return refuse();
      node.day = readAmount(t);
      break;
      default: return refuse();
    }
  }
  if (t.kinds[t.at] === 50) {
    t.at++;
    if (!(t.kinds[t.at] === 6)) return refuse();
    node.at = readTime(t);
  }
  if (t.kinds[t.at] === 82) {
    t.at++;
    if (!(t.kinds[t.at] === 7 || t.kinds[t.at] === 35)) return refuse();
    node.duration = readAmount(t);
    if (t.kinds[t.at] === 104 || t.kinds[t.at] === 92 || t.kinds[t.at] === 91) {
      node.durationUnit = word(t);
    }
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readTime(t: Tokens) {
  const { at } = t;
  const literal = image(t);
  return { literal, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readMeeting(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readReviews(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let levels: unknown[] | undefined;
  if (!(t.kinds[t.at] === 85 || t.kinds[t.at] === 53 || t.kinds[t.at] === 113 || t.kinds[t.at] === 103 || t.kinds[t.at] === 61 || t.kinds[t.at] === 102 || t.kinds[t.at] === 126)) return refuse();
  levels = added(levels, word(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 85 || t.kinds[t.at] === 53 || t.kinds[t.at] === 113 || t.kinds[t.at] === 103 || t.kinds[t.at] === 61 || t.kinds[t.at] === 102 || t.kinds[t.at] === 126)) return refuse();
    levels = added(levels, word(t));
  }
  return { type: 'ReviewsProperty', key, levels, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readHeld(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let period: unknown;
  if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
  period = readPeriod(t);
  return { type: 'PeriodProperty', key, period, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readCovers(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'CoversProperty' };
  node.key = word(t);
  switch (t.kinds[t.at]) {
    case 5: // PERIOD
    case 7: // NUMBER
    node.period = readPeriod(t);
    break;
    case 8: // ID
    if (t.kinds[t.at] === 8) {
      node.targets = added(node.targets, readReference(t));
      while (t.kinds[t.at] === 9) {
        t.at++;
        if (!(t.kinds[t.at] === 8)) return refuse();
        node.targets = added(node.targets, readReference(t));
      }
    }
    break;
    default: return refuse();
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.targets ??= [];
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readWorked(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let text: unknown;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  text = readText(t);
  return { type: 'TextProperty', key, text, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readFailed(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'FailedProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
    node.text = readText(t);
  }
  if (t.kinds[t.at] === 52) {
    t.at++;
    if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
    node.because = readText(t);
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readLesson(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'LessonProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
    node.text = readText(t);
  }
  if (t.kinds[t.at] === 60) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    node.targets = added(node.targets, readReference(t));
    while (t.kinds[t.at] === 9) {
      t.at++;
      if (!(t.kinds[t.at] === 8)) return refuse();
      node.targets = added(node.targets, readReference(t));
    }
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.targets ??= [];
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readBriefText(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let text: unknown;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  text = readText(t);
  return { type: 'TextProperty', key, text, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readDecisionReferences(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readOnDate(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let period: unknown;
  if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
  period = readPeriod(t);
  return { type: 'PeriodProperty', key, period, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readAcquire(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let period: unknown;
  if (!(t.kinds[t.at] === 5 || t.kinds[t.at] === 7)) return refuse();
  period = readPeriod(t);
  return { type: 'PeriodProperty', key, period, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readUsed(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'UsedProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 57 || t.kinds[t.at] === 7 || t.kinds[t.at] === 35) {
    switch (t.kinds[t.at]) {
      case 57: // by
      t.at++;
      if (!(t.kinds[t.at] === 8)) return refuse();
      node.targets = added(node.targets, readReference(t));
      while (t.kinds[t.at] === 9) {
        t.at++;
        if (!(t.kinds[t.at] === 8)) return refuse();
        node.targets = added(node.targets, readReference(t));
      }
      break;
      case 7: // NUMBER
      case 35: // TBD
      node.amount = readAmount(t);
      break;
      default: return refuse();
    }
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.targets ??= [];
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readSelected(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let targets: unknown[] | undefined;
  if (t.kinds[t.at] === 57) {
    t.at++;
  }
  if (!(t.kinds[t.at] === 8)) return refuse();
  targets = added(targets, readReference(t));
  while (t.kinds[t.at] === 9) {
    t.at++;
    if (!(t.kinds[t.at] === 8)) return refuse();
    targets = added(targets, readReference(t));
  }
  return { type: 'ReferencesProperty', key, targets, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

export function readGap(t: Tokens): Node {
  const { at } = t;
  const node: Node = { type: 'GapProperty' };
  node.key = word(t);
  if (t.kinds[t.at] === 142 || t.kinds[t.at] === 125 || t.kinds[t.at] === 88 || t.kinds[t.at] === 47) {
    node.layer = word(t);
  }
  if (t.kinds[t.at] === 1 || t.kinds[t.at] === 3) {
    node.text = readText(t);
  }
  if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();
  node.start = t.starts[at];
  node.end = t.ends[t.at - 1];
  return node;
}

export function readTraining(t: Tokens): Node {
  const { at } = t;
  const key = word(t);
  let text: unknown;
  if (!(t.kinds[t.at] === 1 || t.kinds[t.at] === 3)) return refuse();
  text = readText(t);
  return { type: 'TextProperty', key, text, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}
