/** The highlighting of plans, from which `npm run generate` writes syntaxes/*.tmLanguage.json. */

// It is what an editor shows before the server has read anything, and what is shown wherever there is no server.

/** Letters as in the grammar's names. A word never begins or ends inside a longer one, nor behind the dot of a path. */
const LETTER = '[\\p{L}_]';
const REST = '[\\p{L}\\p{M}\\p{N}_-]';
const START = `(?<!${REST}|\\.)`;
const END = `(?!${REST})`;
const NAME = `${LETTER}${REST}*`;
const PATH = `${NAME}(?:\\.(?:${NAME})?)*`;
const BLANK = '[ \\t]+';
const TEXT_OR_BLOCK = '(?=[ \\t]*["{])';

/** The words of the language by what they do in a sentence; test/vscode/highlighting checks that none is missing. */
const words = {
  /** Always begin a declaration when a name or title follows. */
  declarations:
    'frame bet objective milestone commitment program owner gate metric cadence retro brief decision platform',
  /** Begin a declaration only before a title or a block: elsewhere they are a property. */
  declarationsOrProperties: 'team market run',
  /** Followed by names of others. */
  references: [
    ...[
      'dri',
      'with',
      'lead',
      'chair',
      'attend',
      'advances',
      'adapts',
      'affects',
      'supersedes',
      'drives',
      'team',
      'market',
    ],
    ...['needs', 'covers', 'changes', 'target', 'guardrail', 'expect', 'escalates to', 'reports to', 'agreed with'],
    ...['selected by', 'used by', 'blocked by', 'escalates', 'reports', 'agreed', 'selected', 'used'],
  ],
  states: 'done met missed moved dropped blocked',
  properties: [
    'role email alias decides until kind within diagnosis policy why not review year quarter month week approved shipped budget',
    'capacity priority spent status option recovery confidence planned spec core overrides unit source reading forecast read',
    'every reviews held worked failed lesson text on acquire gap training run',
  ].join(' '),
  values: [
    'activity output outcome leading lagging primary achieved partial creative legal technical skills process governance alignment',
    'daily weekly monthly quarterly yearly Monday Tuesday Wednesday Thursday Friday Saturday Sunday first second third fourth last',
    'frames bets objectives milestones commitments metrics programs TBD track risk',
    'day days weeks months quarters years minutes hours hour',
  ].join(' '),
  connectives: 'to by since because and at least most from between up down for off',
};

const scope = (name) => ({ name: `${name}.mos` });
const oneOf = (list) =>
  `(?:${(Array.isArray(list) ? list : list.split(' '))
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', BLANK))
    .join('|')})`;
const word = (list, name) => ({ ...scope(name), match: `${START}${oneOf(list)}${END}` });
const include = (...names) => names.map((name) => ({ include: `#${name}` }));

export const plan = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'mos',
  scopeName: 'source.mos',
  fileTypes: ['mos'],
  patterns: include('comments', 'texts', 'declarations', 'properties', 'values', 'words', 'punctuation', 'names'),
  repository: {
    comments: {
      patterns: [
        {
          ...scope('comment.line.double-slash'),
          begin: '(//)[ \\t]*(mos-allow(?:-file)?)(?=[\\s:]|$)',
          beginCaptures: {
            1: scope('punctuation.definition.comment'),
            2: scope('keyword.other.directive'),
          },
          end: '$',
          patterns: [
            {
              match: '\\G[ \\t]+([^\\s:]+)(?:[ \\t]+(until)[ \\t]+([^\\s:]+))?',
              captures: {
                1: scope('entity.other.attribute-name.rule'),
                2: scope('keyword.other.directive'),
                3: scope('constant.numeric.period'),
              },
            },
          ],
        },
        {
          ...scope('comment.line.double-slash'),
          match: '(//).*$',
          captures: { 1: scope('punctuation.definition.comment') },
        },
        {
          ...scope('comment.block.documentation'),
          begin: '/\\*\\*(?!/)',
          beginCaptures: { 0: scope('punctuation.definition.comment.begin') },
          end: '\\*/',
          endCaptures: { 0: scope('punctuation.definition.comment.end') },
        },
        {
          ...scope('comment.block'),
          begin: '/\\*',
          beginCaptures: { 0: scope('punctuation.definition.comment.begin') },
          end: '\\*/',
          endCaptures: { 0: scope('punctuation.definition.comment.end') },
        },
      ],
    },

    texts: {
      patterns: [
        {
          ...scope('string.quoted.triple'),
          begin: '"""',
          beginCaptures: { 0: scope('punctuation.definition.string.begin') },
          end: '"""',
          endCaptures: { 0: scope('punctuation.definition.string.end') },
          patterns: include('markdown'),
        },
        {
          ...scope('string.quoted.double'),
          begin: '"',
          beginCaptures: { 0: scope('punctuation.definition.string.begin') },
          // A text stays on its line, so that a missing quote cannot turn the rest of the plan inside out.
          end: '"|$',
          endCaptures: { 0: scope('punctuation.definition.string.end') },
          patterns: [
            { ...scope('constant.character.escape'), match: '\\\\(?:["\\\\nt]|u\\{[0-9A-Fa-f]{1,6}\\})' },
            { ...scope('invalid.illegal.escape'), match: '\\\\[^"\\\\ntu]' },
          ],
        },
      ],
    },

    // What people use inside a text. Markdown's own grammar has blocks that do not see the closing quotes, so it is not included.
    markdown: {
      patterns: [
        { name: 'markup.heading.markdown', match: '^[ \\t]*#{1,6}[ \\t]+(?:(?!""").)+' },
        {
          match: '^[ \\t]*([-*+]|[0-9]+[.)])(?=[ \\t])',
          captures: { 1: { name: 'punctuation.definition.list.begin.markdown' } },
        },
        { name: 'markup.bold.markdown', match: '(\\*\\*|__)(?=\\S)(?:(?!\\1|""").)+(?<=\\S)\\1' },
        {
          name: 'markup.italic.markdown',
          match: '(?<![\\p{L}\\p{N}*_])([*_])(?=[^\\s*_])(?:(?!\\1|""").)+(?<=\\S)\\1(?![\\p{L}\\p{N}*_])',
        },
        { name: 'markup.inline.raw.string.markdown', match: '(`+)(?:(?!\\1|""").)+\\1' },
        {
          match: '(\\[)((?:(?!"""|\\]).)+)(\\]\\()([^)\\s]+)(\\))',
          captures: {
            2: { name: 'string.other.link.title.markdown' },
            4: { name: 'markup.underline.link.markdown' },
          },
        },
        { name: 'markup.underline.link.markdown', match: 'https?://[^\\s<>"]+' },
      ],
    },

    declarations: {
      patterns: [
        {
          match: `${START}(week)${BLANK}([0-9]{4}-[0-9A-Za-z-]*)`,
          captures: { 1: scope('keyword.control.declaration'), 2: scope('constant.numeric.period') },
        },
        {
          match: `${START}(owner)(?:${BLANK}(${NAME})|${TEXT_OR_BLOCK})`,
          captures: { 1: scope('keyword.control.declaration'), 2: scope('entity.name.tag.owner') },
        },
        {
          match: `${START}(metric)(?:${BLANK}(${NAME})|${TEXT_OR_BLOCK})`,
          captures: { 1: scope('keyword.control.declaration'), 2: scope('entity.name.function.metric') },
        },
        {
          match: `${START}(${oneOf(words.declarations)})(?:${BLANK}(${NAME})|${TEXT_OR_BLOCK})`,
          captures: { 1: scope('keyword.control.declaration'), 2: scope('entity.name.type') },
        },
        {
          match: `${START}(${oneOf(words.declarationsOrProperties)})(?:${BLANK}(${NAME}))?${TEXT_OR_BLOCK}`,
          captures: { 1: scope('keyword.control.declaration'), 2: scope('entity.name.type') },
        },
        // Half typed: nothing follows yet.
        { ...scope('keyword.control.declaration'), match: `${START}${oneOf(words.declarations)}${END}(?=[ \\t]*$)` },
      ],
    },

    properties: {
      patterns: [
        {
          match: `${START}(needs)${BLANK}(decision)${END}(?=[ \\t]*")`,
          captures: { 1: scope('storage.modifier.property'), 2: scope('storage.modifier.property') },
        },
        {
          match: `${START}(kind)${BLANK}(creative|legal|technical|budget)${END}`,
          captures: { 1: scope('storage.modifier.property'), 2: scope('support.constant.property-value') },
        },
        {
          match: `${START}(spec)${BLANK}(met|missed)${END}`,
          captures: { 1: scope('storage.modifier.property'), 2: scope('support.constant.property-value') },
        },
        {
          match: `${START}(every)(?:${BLANK}([0-9]+))?${BLANK}(days?|weeks?|months?|quarters?|years?)${END}`,
          captures: {
            1: scope('storage.modifier.property'),
            2: scope('constant.numeric.amount'),
            3: scope('support.constant.property-value'),
          },
        },
        {
          match: `${START}(within)${BLANK}([0-9]+)${BLANK}(days?|weeks?)${END}`,
          captures: {
            1: scope('storage.modifier.property'),
            2: scope('constant.numeric.amount'),
            3: scope('support.constant.property-value'),
          },
        },
        {
          ...scope('support.constant.property-value.status'),
          match: `${START}(?:on${BLANK}track|off${BLANK}track|at${BLANK}risk)${END}`,
        },
        {
          match: `${START}(status)(?:${BLANK}([0-9]{4}-[0-9A-Za-z-]*))?${BLANK}(achieved|partial|missed|dropped)${END}`,
          captures: {
            1: scope('storage.modifier.property'),
            2: scope('constant.numeric.period'),
            3: scope('support.constant.property-value.status'),
          },
        },
        {
          match: `${START}(${oneOf(words.references)})${BLANK}(${PATH}(?:[ \\t]*,[ \\t]*(?:${PATH})?)*)`,
          captures: { 1: scope('storage.modifier.property'), 2: { patterns: include('path') } },
        },
        word(words.states, 'storage.modifier.state'),
        word(words.references, 'storage.modifier.property'),
      ],
    },

    path: {
      patterns: [
        { ...scope('variable.other.reference'), match: NAME },
        { ...scope('punctuation.accessor'), match: '\\.' },
        { ...scope('punctuation.separator'), match: ',' },
      ],
    },

    values: {
      patterns: [
        { ...scope('constant.numeric.period'), match: `(?<!${REST})[0-9]{4}-[0-9A-Za-z-]*` },
        { ...scope('constant.numeric.time'), match: `(?<!${REST})[0-9]{1,2}:[0-9]{2}` },
        {
          ...scope('constant.numeric.amount'),
          match: `(?<!${REST})[-+]?[$€£¥]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:[kKmMbB]${END})?%?`,
        },
      ],
    },

    words: {
      patterns: [
        word(words.properties, 'storage.modifier.property'),
        word(words.values, 'support.constant.property-value'),
        word(words.connectives, 'keyword.operator.word'),
        word(words.declarations, 'storage.modifier.property'),
      ],
    },

    punctuation: {
      patterns: [
        { ...scope('punctuation.section.block.begin'), match: '\\{' },
        { ...scope('punctuation.section.block.end'), match: '\\}' },
        { ...scope('punctuation.separator'), match: ',' },
        { ...scope('punctuation.accessor'), match: '\\.' },
      ],
    },

    names: { patterns: [{ ...scope('variable.other'), match: NAME }] },
  },
};

/** Plans in the fences of a Markdown file. */
export const fences = {
  scopeName: 'markdown.mos.codeblock',
  injectionSelector: 'L:text.html.markdown',
  patterns: [{ include: '#fence' }],
  repository: {
    fence: {
      name: 'markup.fenced_code.block.markdown',
      begin: '(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?i:(mos)((?:\\s+|:|,|\\{|\\?)[^`]*)?$)',
      beginCaptures: {
        3: { name: 'punctuation.definition.markdown' },
        4: { name: 'fenced_code.block.language.markdown' },
        5: { name: 'fenced_code.block.language.attributes.markdown' },
      },
      end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
      endCaptures: { 3: { name: 'punctuation.definition.markdown' } },
      patterns: [
        {
          begin: '(^|\\G)(\\s*)(.*)',
          while: '(^|\\G)(?!\\s*([`~]{3,})\\s*$)',
          contentName: 'meta.embedded.block.mos',
          patterns: [{ include: 'source.mos' }],
        },
      ],
    },
  },
};
