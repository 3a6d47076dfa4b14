/** The page's own style: the letters and the accent of GraphiQL, light or dark as the system is. */
export const STYLE = `
:root { --ink: #1f2733; --quiet: #56606f; --line: #dfe3e9; --ground: #fff; --wash: #f5f6f8; --accent: #a4262c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecf2; --quiet: #a9b3c2; --line: #39424f; --ground: #212a3b; --wash: #2a3446; --accent: #e98f93; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { background: var(--ground); color: var(--ink); font: 16px/1.55 Inter, system-ui, 'Segoe UI', 'Noto Sans', sans-serif; margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.5rem 4rem; }
header { border-bottom: 1px solid var(--line); padding-bottom: 2rem; }
h1 { font-size: 2.25rem; letter-spacing: -0.02em; line-height: 1.15; margin: 0; }
h2 { font-size: 1.375rem; letter-spacing: -0.01em; margin: 2.5rem 0 0.25rem; }
p { color: var(--quiet); margin: 0 0 1rem; max-width: 44rem; }
.lead { color: var(--ink); font-size: 1.125rem; margin: 0.5rem 0 1.25rem; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.language { float: right; font-size: 0.875rem; }
.explore { background: #a4262c; border-radius: 8px; color: #fff; display: inline-block; font-weight: 600; padding: 0.5rem 1.125rem; text-decoration: none; }
.tiles { display: grid; gap: 0.875rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); list-style: none; margin: 0; padding: 0; }
.tiles a { border: 1px solid var(--line); border-radius: 12px; color: inherit; display: flex; flex-direction: column; height: 100%; padding: 1rem 1.125rem; text-decoration: none; }
.tiles a:hover { background: var(--wash); }
.name { color: var(--quiet); font-size: 0.875rem; }
.value { font-feature-settings: 'tnum'; font-size: 1.875rem; font-weight: 600; letter-spacing: -0.02em; line-height: 1.3; }
.about { color: var(--quiet); flex: 1; font-size: 0.75rem; margin-bottom: 0.625rem; }
.spark { display: block; height: auto; width: 100%; }
.years { color: var(--quiet); display: flex; font-size: 0.75rem; justify-content: space-between; }
.note { background: var(--wash); border-inline-start: 3px solid var(--accent); border-radius: 4px; font-size: 0.875rem; padding: 0.5rem 0.875rem; }
.spark path { fill: none; stroke: var(--accent); stroke-width: 1.5; }
.spark .base { stroke: var(--line); }
.spark circle { fill: var(--accent); stroke: var(--accent); stroke-width: 1.25; }
.spark .hollow { fill: var(--ground); }
.marks { font-size: 0.8125rem; margin-top: 0.75rem; max-width: none; }
.questions { columns: 22rem; column-gap: 2.5rem; list-style: none; margin: 0; padding: 0; }
.questions li { break-inside: avoid; padding: 0.5rem 0; }
.questions a { font-weight: 550; }
.questions span { color: var(--quiet); display: block; font-size: 0.875rem; }
`;
