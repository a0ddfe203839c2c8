import { parseArgs } from 'node:util';
import { checkPage } from './check-page.js';
import { findBrowser } from './find-browser.js';
import type { Finding } from './findings.js';
import { printFindings } from './print-findings.js';
import { refuse, say } from './print.js';

/** How it is called. */
export const CHECK_HELP = `backorder-elements check URL [--json] [--quick-view SELECTOR]

Looks at a product page in an installed Chrome, Chromium or Edge, and prints what holds there with Backorder Elements and what does not.
Nothing is put into the shop's cart: what the page would send to it is caught.

  URL           a product page with the script tag; a variant that can be ordered is chosen there
  --json        findings as JSON
  --quick-view  selector of what opens a quick view

CHROME_PATH names another browser program. Ends with 0 when everything holds, 1 when something does not, 2 when nothing could be tried.
`;

const NO_PUPPETEER = `The check drives a browser with puppeteer-core, which is not here. Install it beside this package:
  npm install --save-dev puppeteer-core
or only for this once:
  npx -p backorder-elements -p puppeteer-core backorder-elements check URL
`;

const NO_BROWSER = 'No Chrome, Chromium or Edge found: install one, or set CHROME_PATH to its program.\n';

/** `backorder-elements check`, with its own arguments; gives the exit code. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, 'quick-view': { type: 'string' }, help: { type: 'boolean' } },
  });
  const [url, more] = positionals;
  if (values.help) return say(CHECK_HELP, 0);
  if (!url || more !== undefined || !URL.canParse(url)) return refuse(CHECK_HELP);
  const puppeteer = await import('puppeteer-core').catch(() => undefined);
  if (!puppeteer) return refuse(NO_PUPPETEER);
  const executablePath = findBrowser();
  if (!executablePath) return refuse(NO_BROWSER);
  // Chromium will not start as root with its sandbox.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({ executablePath, args: root });
  try {
    const findings = await checkPage(browser, url, { quickView: values['quick-view'] });
    const text = values.json
      ? `${JSON.stringify({ url, findings }, undefined, 2)}\n`
      : printFindings(url, findings);
    return say(text, codeOf(findings.map(({ outcome }) => outcome)));
  } finally {
    await browser.close();
  }
}

function codeOf(outcomes: readonly Finding['outcome'][]): number {
  // A page that does not open, and nothing but that.
  if (!outcomes.includes('holds')) return 2;
  return outcomes.includes('fails') ? 1 : 0;
}
