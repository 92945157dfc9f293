/** A plan as tables: columns with their headers, rows of texts as the language spells them. */

/** Tables that leave a plan, in the order of a workbook; `importable` ones come back. */
export const tableNames = [
  'commitments',
  'milestones',
  'objectives',
  'programs',
  'metrics',
  'readings',
  'owners',
] as const;

export type TableName = (typeof tableNames)[number];

/** Tables that can be read back into a plan. */
export const importable = ['commitments', 'milestones', 'owners', 'readings'] as const;

export type Importable = (typeof importable)[number];

export interface SheetColumn {
  /** What programs and `--map` call it. */
  key: string;
  /** The first row. */
  header: string;
  /** `number` cells are plain numbers, `date` cells ISO dates where they are dates at all; everything else is text. */
  type: 'text' | 'number' | 'date';
  /** Usual width in characters. */
  width: number;
  /** Says again what stands elsewhere, for those who look: never read back. */
  derived?: boolean;
}

export interface Sheet {
  name: TableName;
  title: string;
  columns: readonly SheetColumn[];
  /** By column key; a cell without a word is absent. */
  rows: Readonly<Record<string, string>>[];
}

const text = (key: string, header: string, width = 16): SheetColumn => ({ key, header, type: 'text', width });
const date = (key: string, header: string): SheetColumn => ({ key, header, type: 'date', width: 12 });
const derived = (column: SheetColumn): SheetColumn => ({ ...column, derived: true });

const NAME = text('name', 'Name');
const TITLE = text('title', 'Title', 60);
const DRI = text('dri', 'DRI');
const ADVANCES = text('advances', 'Advances', 24);
const WHY = text('why', 'Why', 40);
const TEAM = text('team', 'Team');
const MARKET = text('market', 'Market');
const WITH = text('with', 'With');
const PRIORITY: SheetColumn = { key: 'priority', header: 'Priority', type: 'number', width: 8 };

/** The last fact in columns of its own; those before it as they stand in the plan. */
const FACTS: readonly SheetColumn[] = [
  text('state', 'State', 12),
  date('on', 'On'),
  text('moved_to', 'Moved to', 12),
  text('blocked_by', 'Blocked by'),
  text('reason', 'Reason', 40),
  text('earlier', 'Earlier facts', 30),
];

export const columnsOf: Readonly<Record<TableName, readonly SheetColumn[]>> = {
  commitments: [
    NAME,
    TITLE,
    text('week', 'Week', 12),
    DRI,
    ADVANCES,
    ...FACTS,
    WITH,
    text('needs', 'Needs', 20),
    text('decision', 'Needs decision', 30),
    text('run', 'Run', 6),
    PRIORITY,
    TEAM,
    MARKET,
    text('budget', 'Budget', 10),
    WHY,
  ],
  milestones: [
    NAME,
    TITLE,
    text('month', 'Month', 12),
    DRI,
    ADVANCES,
    ...FACTS,
    WITH,
    text('needs', 'Needs', 20),
    text('decision', 'Needs decision', 30),
    PRIORITY,
    TEAM,
    MARKET,
    text('budget', 'Budget', 10),
    WHY,
  ],
  objectives: [
    NAME,
    TITLE,
    text('quarter', 'Quarter', 12),
    DRI,
    ADVANCES,
    text('state', 'Status', 12),
    date('on', 'On'),
    text('reason', 'Reason', 40),
    TEAM,
    PRIORITY,
    text('decides', 'Decides', 40),
    text('escalates', 'Escalates to'),
    WHY,
  ],
  programs: [
    NAME,
    TITLE,
    DRI,
    ADVANCES,
    MARKET,
    date('approved', 'Approved'),
    date('planned_from', 'Planned from'),
    date('planned_to', 'Planned to'),
    date('shipped', 'Shipped'),
    text('spec', 'Spec', 10),
    text('budget', 'Budget', 10),
    text('spent', 'Spent', 10),
    text('review', 'Review', 40),
  ],
  metrics: [
    NAME,
    TITLE,
    text('measures', 'Measures', 24),
    text('kind', 'Kind', 10),
    text('timing', 'Timing', 10),
    text('goal', 'Goal', 24),
    text('unit', 'Unit', 12),
    text('source', 'Source', 30),
    text('read', 'Read', 12),
    date('last_on', 'Last read on'),
    text('last_value', 'Last value', 12),
  ],
  readings: [
    text('metric', 'Metric', 30),
    derived(text('metric_title', 'Metric title', 40)),
    date('on', 'On'),
    text('value', 'Value', 12),
    derived({ key: 'number', header: 'Number', type: 'number', width: 12 }),
    text('kind', 'Kind', 10),
    text('note', 'Note', 40),
  ],
  owners: [
    NAME,
    text('title', 'Full name', 24),
    text('role', 'Role', 32),
    TEAM,
    text('email', 'E-mail', 24),
    text('reports', 'Reports to'),
    { key: 'capacity', header: 'Capacity', type: 'number', width: 8 },
    date('until', 'Until'),
    text('alias', 'Also called', 20),
    MARKET,
    text('decides', 'Decides', 40),
    text('escalates', 'Escalates to'),
  ],
};

export const tableTitles: Readonly<Record<TableName, string>> = {
  commitments: 'Commitments',
  milestones: 'Milestones',
  objectives: 'Objectives',
  programs: 'Programs',
  metrics: 'Metrics',
  readings: 'Readings',
  owners: 'Owners',
};
