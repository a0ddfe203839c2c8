/** Looks of explain mode: a developer's tool, the same on every theme. */
export const styles = `
:host {
  all: initial;
  position: fixed;
  inset: auto 12px 12px auto;
  z-index: 2147483000;
  width: min(560px, calc(100vw - 24px));
  color-scheme: light dark;
  font: 13px/1.45 system-ui, sans-serif;
  color: CanvasText;
}
:host > * { box-sizing: border-box; }
:host([hidden]) { display: none; }
details { background: Canvas; }
:host > details, details[role=region] {
  max-height: min(70vh, 640px);
  overflow: auto;
  border: 1px solid color-mix(in srgb, CanvasText 30%, Canvas);
  border-radius: 10px;
  box-shadow: 0 6px 24px rgb(0 0 0 / 0.22);
}
summary { padding: 8px 12px; font-weight: 600; cursor: pointer; overflow-wrap: anywhere; }
summary:focus-visible, button:focus-visible { outline: 2px solid Highlight; outline-offset: -2px; }
[role=region] > summary { position: sticky; top: 0; background: Canvas; }
details details { border-top: 1px solid color-mix(in srgb, CanvasText 16%, Canvas); }
p { margin: 6px 12px; }
b { padding: 1px 7px; border-radius: 9px; background: color-mix(in srgb, CanvasText 10%, Canvas); font-weight: 600; }
h3 { margin: 14px 12px 0; font-size: 13px; }
table { width: calc(100% - 24px); margin: 8px 12px 14px; border-collapse: collapse; }
caption { padding: 4px 0; font-weight: 600; text-align: start; }
th, td { padding: 4px 8px 4px 0; border-top: 1px solid color-mix(in srgb, CanvasText 14%, Canvas); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 400; opacity: 0.75; }
td:first-child { white-space: nowrap; }
td:last-child { width: 50%; }
button { padding: 4px 10px; border: 1px solid; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
@media print { :host { display: none; } }
`;
