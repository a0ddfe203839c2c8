import { html, nothing, type TemplateResult } from 'lit';
import { SLOT } from './light-form.js';
import { isTaken, type NotifyMeFormView, type SignUpPhase } from './notify-me-form-view.js';

/** The open form, round the light-DOM field that stands in its slot. */
export function notifyMeFormTemplate(
  view: NotifyMeFormView,
  phase: SignUpPhase,
  privacy: string | undefined,
  tag: string,
): TemplateResult {
  const taken = isTaken(phase);
  const notice = privacy
    ? html`<a part="privacy" href=${privacy} target="_blank" rel="noopener">${view.privacy}</a>`
    : nothing;
  return html`<div lang=${tag}>
    ${taken ? nothing : html`<p part="heading" dir="auto">${view.heading}</p>`}<slot
      ?hidden=${taken}
      name=${SLOT}
    ></slot
    >${taken ? nothing : html`<p part="note" dir="auto">${view.note} ${notice}</p>`}
    <p
      part="status"
      dir="auto"
      data-phase=${taken ? 'done' : phase === 'wait' ? 'failed' : phase}
      tabindex="-1"
    >
      ${view.status}
    </p>
  </div>`;
}

/** The line that opens a compact form. */
export function openerTemplate(heading: string, tag: string, open: () => void): TemplateResult {
  return html`<button part="open" type="button" lang=${tag} dir="auto" @click=${open}>${heading}</button>`;
}
