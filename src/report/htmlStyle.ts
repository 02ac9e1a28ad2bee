import { LIFE_STYLE } from './lifeSvg';

/** One file that opens anywhere: no script, no font, no request. On a narrow screen a row of the table becomes a paragraph, so nothing is cut. */
export const STYLE = `
:root { color-scheme: light dark; --line: #d1d9e0; --soft: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; }
summary { cursor: pointer; margin: .6rem 0; } summary h2, summary h3 { display: inline; }
code { font: .9em ui-monospace, monospace; background: var(--soft); padding: .1em .3em; border-radius: .3em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; } tbody th { background: var(--soft); }
thead th { width: 10rem; } thead th:first-child { width: auto; } td small { display: block; }
.age { display: block; width: 6rem; height: 6px; margin: .3rem 0; } .age .all { fill: var(--line); } .age .gone { fill: #0969da; } .age .late { fill: #cf222e; }
.counts, .words { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .4rem 0; }
.counts li { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem; }
.words li { border-radius: .4rem; padding: .3rem .8rem; min-width: 5rem; text-align: center; }
.words small { display: block; }
.done { background: #1f883d; color: #fff; } .unseen { background: #d4a72c; color: #000; } .now { background: #0969da; color: #fff; }
.failed { background: #cf222e; color: #fff; } .later, .stopped { background: #eaeef2; color: #57606a; }
dl { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .2rem .8rem; margin: .6rem 0; } dt { font-weight: 600; } dd { margin: 0; }${LIFE_STYLE}
footer, .legend { color: GrayText; } footer { margin-top: 3rem; }
@media (max-width: 48rem) {
  table, tbody, tr, th { display: block; } thead { display: none; } tr { padding: .3rem 0; border-bottom: 1px solid var(--line); }
  th, td { border: 0; padding: .2rem 0; } tbody th { padding: .2rem .4rem; } td { display: inline-block; margin-right: .9rem; } .none { display: none; }
  td:first-child { display: block; } td:not(:first-child)::before { content: attr(data-name) ' '; color: GrayText; } .age { display: inline-block; width: 4rem; margin: 0 0 0 .4rem; vertical-align: middle; }
}`;
