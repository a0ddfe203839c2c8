import type { Explanation } from '../availability/explain-decision.js';
import type { ScopeExplanation } from '../store/explain-scope.js';
import { styles } from './explain-panel-styles.js';

type Row = readonly (string | Node)[];

/**
 * The panel of explain mode: for each product of the page which source said what, which rule decided, what was ignored and
 * why. English, since it speaks to the theme's developer. In a shadow root, so that the theme's styles stay out of it.
 */
export class ExplainPanel {
  readonly #host = document.createElement('div');
  readonly #list = element('div');
  readonly #title = element('summary');
  readonly #copied = element('span');
  #shown = '';
  #all: readonly ScopeExplanation[] = [];

  constructor() {
    this.#host.lang = 'en';
    this.#host.dir = 'ltr';
    this.#host.setAttribute('data-backorder-explanations', '');
    const root = this.#host.attachShadow({ mode: 'open' });
    // Not a style element: a page's content security policy may forbid those.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    const panel = element('details');
    panel.setAttribute('role', 'region');
    panel.setAttribute('aria-label', 'Backorder Elements: explain mode');
    const copy = element('button', 'Copy as JSON');
    copy.addEventListener('click', () => void this.#copy());
    this.#copied.setAttribute('role', 'status');
    const bar = element('p');
    bar.append(copy, ' ', this.#copied);
    panel.append(this.#title, bar, this.#list);
    root.append(panel);
  }

  /** Draws what is new. Products that were opened stay open. */
  show(all: readonly ScopeExplanation[]): void {
    if (!this.#host.isConnected) document.body.append(this.#host);
    const text = JSON.stringify(all);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#all = all;
    this.#title.textContent = `Explain: ${all.length === 1 ? '1 product' : `${all.length} products`} on this page`;
    const open = new Set(
      [...this.#list.querySelectorAll<HTMLDetailsElement>('details[open]')].map((it) => it.dataset.key),
    );
    const first = !this.#list.childElementCount;
    this.#list.replaceChildren(
      ...all.map((it, index) => {
        const details = product(it);
        details.open = open.has(details.dataset.key) || (first && index === 0);
        return details;
      }),
    );
  }

  remove(): void {
    this.#host.remove();
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(JSON.stringify(this.#all, undefined, 2));
      this.#copied.textContent = 'Copied.';
    } catch {
      this.#copied.textContent = 'The browser does not let this page copy.';
    }
  }
}

function product(it: ScopeExplanation): HTMLDetailsElement {
  const details = element('details');
  details.dataset.key = `${it.product ?? it.reference} ${it.variant ?? ''}`;
  const state = element('b', it.offer.state);
  state.dataset.state = it.offer.state;
  const names = [it.reference || it.product || 'No product', it.product, it.variant];
  const summary = element('summary', [...new Set(names)].filter(Boolean).join(' / '));
  summary.append(' ', state);
  details.append(summary, ...it.notes.map((note) => element('p', note)));
  for (const explanation of it.explanations) details.append(...sections(explanation));
  return details;
}

function sections(it: Explanation & { readonly variant?: string }): readonly HTMLElement[] {
  const made: HTMLElement[] = [];
  if (it.variant !== undefined) made.push(element('h3', `Variant ${it.variant}: ${it.offer.state}`));
  made.push(
    table(
      'Rules, in order',
      ['Rule', 'Result', 'Because'],
      it.steps.map(({ rule, result, because }) => [rule, result, because]),
    ),
    table(
      'Who said what',
      ['Source', 'Field', 'Value'],
      it.told.flatMap(({ source, record }) =>
        Object.entries(record).map(([field, value]): Row => [source, field, shown(field, value)]),
      ),
    ),
  );
  if (it.sum) {
    made.push(
      table(
        'How the date was reckoned',
        ['Step', 'From', 'Result'],
        it.sum.map(({ step, source, given, result }) => [step, `${source}: ${shown('', given)}`, result]),
      ),
    );
  }
  if (it.ignored.length) {
    made.push(
      table(
        'Ignored',
        ['Source', 'Said', 'Why it does not count'],
        it.ignored.map(({ source, field, value, why }) => [source, `${field}: ${shown(field, value)}`, why]),
      ),
    );
  }
  const policy = Object.entries(it.policy);
  if (policy.length) {
    made.push(
      table(
        'Policy',
        ['Field', 'Value'],
        policy.map(([field, value]) => [field, shown(field, value)]),
      ),
    );
  }
  return made;
}

/** Instants are kept as milliseconds, which nobody can read. */
function shown(field: string, value: unknown): string {
  if (/^(?:asOf|starts|ends)$/.test(field) && typeof value === 'number') return new Date(value).toISOString();
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

function table(name: string, heads: readonly string[], rows: readonly Row[]): HTMLElement {
  if (!rows.length) return element('p', `${name}: nothing.`);
  const made = element('table');
  const caption = element('caption', name);
  const head = element('tr');
  for (const it of heads) {
    const cell = element('th', it);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = element('tbody');
  for (const row of rows) {
    const line = element('tr');
    for (const it of row) line.append(element('td', it));
    body.append(line);
  }
  const thead = element('thead');
  thead.append(head);
  made.append(caption, thead, body);
  return made;
}

function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  content: string | Node = '',
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  made.append(content);
  return made;
}
