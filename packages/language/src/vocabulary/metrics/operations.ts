/** Marketing operations: how well plans are carried out, and the data and technology beneath. */

import { names, type VocabularyEntry } from '../entry.ts';

export const operations: readonly VocabularyEntry[] = [
  // What we did
  {
    phrase: 'dashboards built',
    also: names(`
      dashboards, dashboards launched, reports built, reports delivered, reports created, reports sent,
      analyses delivered
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'workflows automated',
    also: names(`
      workflows built, automations built, automations launched, processes automated, processes documented,
      processes redesigned, playbooks written, playbooks published, templates built, templates created,
      workflows launched, AI agents deployed, processes mapped, playbooks created, AI use cases launched,
      prompts published, agents launched, workflows documented
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'tasks completed',
    also: names(`
      tasks closed, tickets closed, tickets completed, requests completed, deliverables, projects completed,
      projects delivered, tickets resolved, requests fulfilled, story points completed, sprints completed,
      projects launched, action items completed, requests handled, projects shipped, milestones completed
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'hours worked',
    also: names('hours spent, hours logged, team hours, hours invested, billable hours, agency hours, training hours'),
    kind: 'activity',
    unit: 'hours',
  },
  {
    phrase: 'internal meetings held',
    also: names(`
      meetings attended, team meetings, review meetings held, reviews held, retrospectives held, stand-ups held,
      planning sessions held
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'headcount',
    also: names('people hired, hires, roles filled, positions filled'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'trainings attended',
    also: names(`
      team trainings, team members trained, employees trained, staff trained, marketers trained, users trained,
      tool trainings held, skills trainings held, platform trainings held, courses attended
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'execution rate',
    also: names('planned programs shipped, programs shipped on time, program completion rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
    note: 'Planned programs that shipped on time and to spec: it says that we keep our word, not that the market moved.',
  },
  {
    phrase: 'on-time delivery',
    also: names(`
      on-time delivery rate, on-time completion rate, on-time rate, deadlines met, deadline adherence,
      on-time launches, schedule adherence, milestones met, projects delivered on time
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  { phrase: 'SLA adherence', also: names('SLA compliance, SLA attainment'), kind: 'output', unit: '%', better: 'up' },
  { phrase: 'delayed campaigns', kind: 'output', unit: 'count', better: 'down' },
  {
    phrase: 'commitments kept',
    also: names(`
      kept rate, commitment completion rate, commitments met, say-do ratio, commitments completed,
      commitment reliability, objective completion rate, OKR completion rate, OKR score, objectives achieved,
      OKR attainment, goal attainment
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'campaign velocity',
    also: names(`
      cycle time, campaign launch time, time to launch, decision to deployment time, approval to launch time,
      brief to launch time, concept to launch time, speed to launch, production time, throughput, velocity
    `),
    kind: 'output',
    timing: 'leading',
  },
  {
    phrase: 'time to market',
    also: names('TTM, speed to market, go-to-market time, market launch time'),
    kind: 'output',
    unit: 'days',
    timing: 'leading',
  },
  {
    phrase: 'planning accuracy',
    also: names(`
      plan accuracy, estimate accuracy, timeline accuracy, estimation accuracy, budget accuracy, budget adherence,
      budget pacing
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
  },
  {
    phrase: 'budget variance',
    also: names(`
      spend variance, plan variance, timeline variance, forecast variance, budget overrun, spend to plan,
      planned versus actual
    `),
    kind: 'output',
    unit: '%',
  },
  {
    phrase: 'approval time',
    also: names(`
      approval cycle time, review time, review cycle time, approval turnaround, turnaround time,
      time in legal review, review turnaround, time to approve, decision time, decision speed, decision latency,
      blocker resolution time, time blocked, handoff time, wait time, queue time
    `),
    kind: 'output',
    unit: 'days',
    better: 'down',
  },
  {
    phrase: 'rework rate',
    also: names('rework, revision rate, error rate, defect rate'),
    kind: 'output',
    unit: '%',
    better: 'down',
  },
  { phrase: 'first-time-right rate', also: names('first-pass approval rate'), kind: 'output', unit: '%', better: 'up' },
  {
    phrase: 'revision rounds',
    also: names('revisions per asset, rounds of review'),
    kind: 'output',
    unit: 'count',
    better: 'down',
  },
  {
    phrase: 'campaign errors',
    also: names('QA errors, quality assurance errors'),
    kind: 'output',
    unit: 'count',
    better: 'down',
  },
  {
    phrase: 'brand consistency score',
    also: names(`
      brand consistency, brand compliance, brand compliance rate, deployment consistency, channel consistency,
      brand guideline adherence, consistency score, spec met rate, delivered to spec
    `),
    kind: 'output',
    unit: '%',
    better: 'up',
    note: 'How alike our own work is across channels; what people think of the brand is an outcome.',
  },
  {
    phrase: 'market responsiveness',
    also: names(`
      time to optimize, optimization cycle time, response time to performance data, optimization cycle frequency,
      optimization frequency, adaptability score, adaptability, time to insight, time to adjust, time to react,
      campaign optimizations, optimization speed, reallocation speed
    `),
    kind: 'output',
    timing: 'leading',
  },
  {
    phrase: 'resource utilization',
    also: names(`
      capacity utilization, team utilization, utilization rate, resource efficiency, output per team member,
      output per head, productivity, output per dollar, capacity used, agency utilization, campaigns per marketer,
      workload
    `),
    kind: 'output',
  },
  { phrase: 'cost per campaign', kind: 'output', unit: 'USD', better: 'down' },
  { phrase: 'manual hours', also: names('manual work hours'), kind: 'output', unit: 'hours', better: 'down' },
  { phrase: 'cost savings', kind: 'output', unit: 'USD', better: 'up' },
  { phrase: 'hours saved', also: names('time saved'), kind: 'output', unit: 'hours', better: 'up' },
  {
    phrase: 'strategic spend share',
    also: names(`
      budget share of bets, share of budget on strategic bets, budget reallocated, strategic allocation,
      strategy to resource alignment, capacity on bets, budget allocated, share of spend on bets,
      share of working spend, resource alignment, capacity allocated
    `),
    kind: 'output',
    unit: '%',
  },
  {
    phrase: 'team engagement score',
    also: names(`
      team satisfaction, employee engagement, employee engagement score, employee satisfaction, team coordination,
      collaboration score, strategy understanding, strategic clarity score, team alignment score,
      sales and marketing alignment, sales alignment, team morale, team health, cross-functional collaboration,
      stakeholder satisfaction, internal NPS, sales satisfaction, strategy awareness in team
    `),
    kind: 'output',
  },
  { phrase: 'employee turnover', also: names('team turnover'), kind: 'output', unit: '%', better: 'down' },
  {
    phrase: 'marketing budget share of revenue',
    also: names(`
      marketing spend as a percentage of revenue, marketing to revenue ratio, marketing cost ratio,
      marketing expense ratio, advertising to sales ratio
    `),
    kind: 'output',
    unit: '%',
  },
];
