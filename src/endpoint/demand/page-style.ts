/** The pages' one style sheet. Colours are written once for light and dark; drawings take theirs from here. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f6f2, #14181a);
  --sheet: light-dark(#ffffff, #1c2124);
  --ink: light-dark(#1a2226, #eceeec);
  --soft: light-dark(#566067, #a5afb4);
  --line: light-dark(#e1e3de, #313a3f);
  --edge: light-dark(#868f94, #76838a);
  --owed: light-dark(#1f5c7a, #6cb4d8);
  --asked: light-dark(#d07a1c, #eda850);
  --focus: light-dark(#a8431f, #f2a680);
  --room: clamp(1.5rem, 1rem + 2vi, 3rem);
  --edge-room: clamp(1rem, 0.3rem + 3vi, 2.5rem);
}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-inline-size: 78rem; padding: var(--room) var(--edge-room); color: var(--ink);
  font: 1rem/1.5 Inter, 'Segoe UI', Ubuntu, Cantarell, 'DejaVu Sans', system-ui, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
h1, h2, h3, p, ol, dl, dd, figure { margin: 0; padding: 0; }
h1, h2, .figure__number {
  font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, P052, Georgia, 'DejaVu Serif', serif;
  font-weight: 500; line-height: 1.15; text-wrap: balance;
}
h1 { font-size: clamp(1.75rem, 1.3rem + 2vi, 2.75rem); }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.0625rem; line-height: 1.3; }
a { color: inherit; text-underline-offset: 0.2em; text-decoration-color: var(--edge); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 3px; }
section { margin-block-start: var(--room); }
.soft { color: var(--soft); font-size: 0.875rem; }
.eyebrow { color: var(--soft); font-size: 0.875rem; margin-block-end: 0.375rem; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.answer { margin-block-start: 0.75rem; max-inline-size: 46rem; font-size: 1.0625rem; text-wrap: pretty; }

.period { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem 1rem; margin-block-start: 1.5rem; }
.period label, .key label { display: grid; gap: 0.25rem; font-size: 0.875rem; color: var(--soft); }
input, button {
  font: inherit; color: var(--ink); background: var(--sheet); border: 1px solid var(--edge); border-radius: 4px;
  padding: 0.5rem 0.75rem; min-block-size: 2.75rem;
}
button { cursor: pointer; background: var(--ink); border-color: var(--ink); color: var(--paper); padding-inline: 1.25rem; }
.period__links { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.period__links a { display: inline-block; padding-block: 0.625rem; font-size: 0.875rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.75rem), 1fr)); gap: 1px;
  background: var(--line); border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.figure { background: var(--sheet); padding: 1rem clamp(0.875rem, 0.5rem + 1vi, 1.25rem) 1.125rem; display: flex; flex-direction: column; }
.figure dt { font-size: 0.875rem; color: var(--soft); }
.figure__number { font-size: clamp(1.625rem, 1.3rem + 1vi, 2.125rem); margin-block: 0.25rem 0.125rem; }
.figure__number span { display: block; }
.figure__number span + span { font-size: 0.65em; line-height: 1.4; }

.keys { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-block: 0.5rem 1rem; font-size: 0.875rem; color: var(--soft); }
.keys span { display: inline-flex; align-items: center; gap: 0.5rem; }
.swatch { inline-size: 0.75rem; block-size: 0.75rem; border-radius: 2px; }
.owed { fill: var(--owed); }
.asked { fill: var(--asked); }

.reorder { counter-reset: rank; }
.first { list-style: none; margin-block-start: 1rem; border-block-start: 1px solid var(--line); }
.first > li {
  counter-increment: rank; display: grid; gap: 0.125rem 1rem; align-items: baseline; padding-block: 0.875rem;
  grid-template: 'rank name short' auto 'rank why why' auto 'rank bar bar' auto / 1.75rem 1fr auto;
  border-block-end: 1px solid var(--line);
}
.first > li::before { content: counter(rank); grid-area: rank; color: var(--soft); font-size: 1.0625rem; }
.first__name { grid-area: name; font-weight: 600; overflow-wrap: anywhere; }
.first__name .soft { font-weight: 400; display: inline-block; }
.first__why { grid-area: why; color: var(--soft); font-size: 0.9375rem; }
.first__short { grid-area: short; font-weight: 600; white-space: nowrap; }
.first__bar { grid-area: bar; inline-size: 100%; block-size: 0.5rem; margin-block-start: 0.375rem; display: block; }
.first__bar .track { fill: var(--line); }
@media (width >= 52rem) {
  .first > li { grid-template: 'rank name bar short' auto 'rank why bar short' auto / 1.75rem minmax(0, 5fr) minmax(0, 4fr) 6.5rem; }
  .first__bar { align-self: center; block-size: 0.75rem; margin: 0; }
  .first__short { text-align: end; align-self: center; }
}

.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 1.125rem 1.25rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1.25rem; margin-block-start: 1rem; align-items: start; }
.card__total { margin-block: 0.125rem 0.75rem; }
.chart { display: block; inline-size: 100%; block-size: auto; }
.chart text { font: 11px 'Segoe UI', Ubuntu, 'DejaVu Sans', system-ui, sans-serif; }
.chart--wide { display: none; }
@media (width >= 44rem) { .chart--wide { display: block; } .chart--narrow { display: none; } }

summary { cursor: pointer; padding-block: 0.625rem; font-size: 0.875rem; color: var(--soft); }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.875rem; }
caption { text-align: start; color: var(--soft); padding-block-end: 0.5rem; }
th, td { text-align: end; padding: 0.375rem 0 0.375rem 0.875rem; border-block-end: 1px solid var(--line); font-weight: 400; vertical-align: top; }
thead th { color: var(--soft); vertical-align: bottom; }
th:first-child { text-align: start; padding-inline-start: 0; }
tbody th { min-inline-size: 4rem; }
.all tbody th { min-inline-size: 11rem; max-inline-size: 26rem; overflow-wrap: anywhere; }
td, thead th { white-space: nowrap; }

.notes { display: grid; gap: 0.5rem; max-inline-size: 46rem; }
.notes p { font-size: 0.875rem; color: var(--soft); }
.key { display: grid; gap: 1rem; max-inline-size: 30rem; margin-block-start: 1.5rem; }
.key .key__exact { grid-template-columns: auto 1fr; gap: 0.5rem; }
.key button { justify-self: start; }
.key input[type='checkbox'] { min-block-size: 0; inline-size: 1.125rem; block-size: 1.125rem; margin: 0.125rem 0 0; }
code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; white-space: nowrap; }
.wrong { border-inline-start: 3px solid var(--focus); padding-inline-start: 0.75rem; }
.wrong:empty { display: none; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.875rem; }

@media (forced-colors: active) { .chart, .first__bar, .swatch { forced-color-adjust: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; }
  body { padding: 0; font-size: 10pt; max-inline-size: none; }
  .period, .screen { display: none; }
  .sheet, .first > li, .figure { break-inside: avoid; }
  .cards { grid-template-columns: repeat(2, 1fr); }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
