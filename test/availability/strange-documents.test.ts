// Wrong and odd documents, with what reading and deciding gives declared beside each.
import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import { parseDocument } from '../../src/availability/document.js';
import { isNamed } from '../../src/availability/find-variant.js';
import { explainProblem } from '../../src/availability/explain-problem.js';
import { STRANGE, type StrangeDocument } from '../fixtures/hostile/strange-documents.js';
import { isDeepFrozen, NOW } from '../support/arbitraries.js';

type Outcome = Pick<StrangeDocument, 'refused' | 'noted' | 'state'>;

/** What becomes of a document, by the parser and the rules alone. */
function outcomeOf(body: unknown): Outcome {
  let json = body;
  try {
    if (typeof body === 'string') json = JSON.parse(body);
  } catch {
    return { refused: 'no JSON', state: 'unknown' };
  }
  const result = parseDocument(json);
  if (!result.ok) return { refused: result.problem.code as 'bad-document', state: 'unknown' };
  const { value, problems } = result;
  expect(isDeepFrozen(value), 'frozen').to.equal(true);
  for (const problem of problems) expect(explainProblem(problem)).to.match(/expected .+, got .+/);
  const product = value.products.find((it) => isNamed(it, 'lamp'));
  const state = product ? decide(product.record, product.policy, 1, NOW).state : 'unknown';
  return { noted: [...new Set(problems.map(({ path }) => path))], state };
}

describe('H02 strange documents', () => {
  it('H02 are at least 250, each of a name of its own, of every outcome', () => {
    expect(STRANGE.length).to.be.at.least(250);
    expect(new Set(STRANGE.map(({ name }) => name)).size).to.equal(STRANGE.length);
    expect(new Set(STRANGE.map(({ state }) => state)).size).to.equal(6);
    expect(new Set(STRANGE.map(({ refused }) => refused)).size).to.equal(4);
  });

  it('H02 H24 H25 give what is declared: refused, or read but for what is noted, and the state of the product', () => {
    const wrong = STRANGE.flatMap(({ name, body, refused, noted = [], state }) => {
      const outcome = JSON.stringify(outcomeOf(body));
      const declared = JSON.stringify(refused ? { refused, state } : { noted, state });
      return outcome === declared ? [] : [`${name}: ${outcome}, not ${declared}`];
    });
    expect(wrong).to.deep.equal([]);
    expect(({} as { onHand?: unknown }).onHand).to.equal(undefined);
  });
});
