/** Style of the pages that links in mails lead to. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --back: #f4f4f2; --card: #fff; --text: #1d1d1b; --soft: #5c5c58; --line: #dcdcd6; --act: #1d1d1b; --on-act: #fff }
@media (prefers-color-scheme: dark) {
  :root { --back: #151514; --card: #20201e; --text: #f1f1ec; --soft: #b0b0a8; --line: #3a3a36; --act: #f1f1ec; --on-act: #1d1d1b }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem 1rem; background: var(--back); color: var(--text);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
main { width: 100%; max-width: 30rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: clamp(1.5rem, 6vw, 2.5rem) }
.shop { margin: 0 0 1.5rem; color: var(--soft); font-size: .9375rem }
h1 { margin: 0 0 .75rem; font-size: 1.625rem; line-height: 1.25; text-wrap: balance }
p { margin: 0 0 1rem; overflow-wrap: anywhere }
ul { margin: 0 0 1.25rem; padding: 0; list-style: none }
li { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .625rem; font-weight: 600; overflow-wrap: anywhere }
li + li { margin-top: .5rem }
form { margin: 1.5rem 0 0 }
button, .act { display: inline-block; width: 100%; min-height: 3rem; padding: .75rem 1.25rem; border: 1px solid var(--act); border-radius: .625rem;
  background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
.quiet { background: transparent; color: var(--text); border-color: var(--line) }
button:focus-visible, a:focus-visible { outline: 3px solid #3b82f6; outline-offset: 3px }
@media (forced-colors: active) { button, .act { border-color: ButtonText } }
`;
