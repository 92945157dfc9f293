/** How documents look: on a screen, light and dark, and on paper. Nothing is fetched, and no colour is needed to understand it. */

export const documentStyle = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #60646c; --line: #d9dbe0; --back: #ffffff; --box: #f6f7f9; --good: #18794e; --warning: #8a5a00; --bad: #c02a20; --open: #60646c; --accent: #0b5fbd; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef1; --soft: #a9aeb8; --line: #3b4048; --back: #15181c; --box: #1f2329; --good: #5fd39b; --warning: #f0b849; --bad: #ff8a80; --open: #a9aeb8; --accent: #7db8ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
article + article { margin-top: 4rem; border-top: 1px solid var(--line); }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.015em; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .25rem; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
p { margin: .5rem 0 1rem; max-width: 46rem; }
ol, ul { padding-left: 1.5rem; max-width: 46rem; }
li { margin: .25rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
.origin, small, caption { color: var(--soft); }
small { font-size: .875em; font-weight: normal; }
tbody th .name, p > .name, figcaption .name { font-weight: 600; }
.scroll { overflow-x: auto; margin: .75rem 0 1.5rem; }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; padding-bottom: .5rem; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: inherit; min-width: 11rem; }
thead th { font-size: .8125rem; color: var(--soft); font-weight: 600; white-space: nowrap; }
.number, .share { font-variant-numeric: tabular-nums; }
td.share, th.share { text-align: right; }
td.state, td.date { white-space: nowrap; }
.state.good { color: var(--good); } .state.warning { color: var(--warning); } .state.bad { color: var(--bad); } .state.open { color: var(--open); }
.callout { border-left: 4px solid var(--line); background: var(--box); padding: .75rem 1rem; border-radius: 0 6px 6px 0; max-width: 48rem; }
.callout strong { display: block; }
.callout.good { border-color: var(--good); } .callout.act { border-color: var(--bad); } .callout.note { border-color: var(--open); }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; margin: 1rem 0 1.5rem; }
.figures > div { background: var(--box); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; }
.figures dt { font-size: .875rem; color: var(--soft); } .figures dd { margin: .15rem 0 0; } .figures dd > strong { font-size: 1.35rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.figures dd p { font-size: .8125rem; line-height: 1.45; color: var(--soft); margin: .35rem 0 0; }
.chart { margin: 1rem 0 1.75rem; max-width: 46rem; } .chart figcaption { font-weight: 600; } .chart p { font-size: .9375rem; margin: .25rem 0; }
.chart svg { width: 100%; height: auto; display: block; background: var(--box); border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; }
.chart text { font-size: 13px; fill: var(--soft); } .chart .goal { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
.chart .read { stroke: var(--accent); stroke-width: 2.5; fill: none; stroke-linejoin: round; } .chart circle { fill: var(--accent); }
.chart .grid { stroke: var(--line); stroke-width: 1; } .chart .last { font-weight: 600; fill: var(--ink); }
.chart .now { stroke: var(--ink); stroke-width: 1; } .chart .six { stroke: var(--warning); stroke-width: 1; stroke-dasharray: 2 3; }
.chart details { font-size: .875rem; color: var(--soft); } .chart table { width: auto; } .chart td, .chart th { padding-right: 1.5rem; }
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --back: #fff; --box: #fff; --good: #0a5c38; --warning: #6b4500; --bad: #9a1a12; --open: #444; --accent: #003f8a; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; } article + article { break-before: page; border: 0; }
  h2, h3 { break-after: avoid; } tr, .callout, .figures > div, .chart { break-inside: avoid; } thead { display: table-header-group; }
  .scroll { overflow: visible; } a { color: inherit; text-decoration: none; } .chart details { display: none; }
}
`;
