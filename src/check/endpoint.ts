import { parseDocument } from '../availability/document.js';
import { explainProblem } from '../availability/explain-problem.js';
import { isNamed } from '../availability/find-variant.js';
import type { Findings } from './findings.js';

const LONGEST = 1500;

/** Asks the endpoint itself, as the page does: without cookies, and saying where the page is from. */
export async function checkEndpoint(
  findings: Findings,
  address: string,
  page: string,
  references: readonly string[],
): Promise<void> {
  const { origin } = new URL(page);
  const start = performance.now();
  let reply: Response;
  let text: string;
  try {
    reply = await fetch(address, {
      headers: { accept: 'application/json', origin },
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    text = await reply.text();
  } catch (error) {
    findings.note('endpoint-answers', false, `${address}: ${String((error as Error).cause ?? error)}`);
    return;
  }
  const took = Math.round(performance.now() - start);
  const { status, headers } = reply;
  findings.note('endpoint-answers', status === 200, `status ${status} from ${address}`);
  const type = headers.get('content-type') ?? 'no type';
  findings.note('endpoint-type', /\bjson\b/i.test(type), type);
  checkOrigin(findings, address, page, headers.get('access-control-allow-origin'));
  findings.note('endpoint-time', took < LONGEST, `${took} ms`);
  if (status === 200) checkDocument(findings, text, references);
}

function checkOrigin(findings: Findings, address: string, page: string, allowed: string | null): void {
  const [from, to] = [new URL(page), new URL(address)];
  const secure = from.protocol !== 'https:' || to.protocol === 'https:';
  const open = from.origin === to.origin || allowed === '*' || allowed === from.origin;
  const told =
    from.origin === to.origin ? 'same origin' : `Access-Control-Allow-Origin: ${allowed ?? 'none'}`;
  findings.note('endpoint-cors', secure && open, secure ? told : 'insecure address on a secure page');
}

/** Reads the document as the script does, and looks for the products that the page asks for. */
export function checkDocument(findings: Findings, text: string, references: readonly string[]): void {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    findings.note('document', false, String(error));
    return;
  }
  const result = parseDocument(json);
  const problems = result.ok ? result.problems : [result.problem];
  const told = problems.map((it) => `${it.path}: ${explainProblem(it)}`);
  findings.note('document', !problems.length, told.slice(0, 5).join('; '));
  if (!result.ok) return;
  const { products } = result.value;
  const unknown = references.filter((it) => !products.some((product) => isNamed(product, it)));
  const seen = unknown.length ? `unknown to it: ${unknown.join(', ')}` : `${references.length} asked for`;
  findings.note('known', !unknown.length, seen);
}
