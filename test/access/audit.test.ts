import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import '../../src/define.js';
import { LANGUAGES } from '../../src/messages/languages.js';
import { media } from '../support/commands.js';
import { elementPage } from '../support/element-page.js';
import { everyState, speakAll } from '../support/every-state.js';
import { unstubFetch } from '../support/fetch-stub.js';

interface Audit {
  run(context: Element, options: object): Promise<{ violations: readonly Found[] }>;
}
interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

const { axe } = globalThis as unknown as { axe: Audit };

/** Every rule, but for one: the same form many times over is a landmark of one name many times over. */
const RULES = { 'landmark-unique': { enabled: false }, 'target-size': { enabled: true } };
const ALL = { rules: RULES, resultTypes: ['violations'], preload: false };
/** What a scheme makes different. */
const COLOURS = { ...ALL, runOnly: ['color-contrast', 'link-in-text-block'] };

async function audit(ground: Element, options: object): Promise<readonly string[]> {
  const { violations } = await axe.run(ground, options);
  return violations.map(
    ({ id, nodes: [first, ...more] }) =>
      `${id}, ${more.length} more: ${first?.target.join(' ')} ${first?.failureSummary}`,
  );
}

/** Languages a test, so that none takes long. */
const AT_ONCE = 5;

describe('every state of every element', () => {
  elementPage();
  afterEach(unstubFetch);
  afterEach(() => media({}));

  // Elsewhere one language for each script: what is found depends on the words, and hardly on the engine.
  const spoken = 'userAgentData' in navigator ? LANGUAGES : ['en', 'ar', 'de', 'th'];
  /** In these each direction is seen in each scheme; in the others one is seen light and one dark, by turns. */
  const fully = ['en', 'ar'];

  for (let from = 0; from < spoken.length; from += AT_ONCE) {
    const group = spoken.slice(from, from + AT_ONCE);
    it(`A01 passes the audit in ${group.join(', ')}: light, dark, in forced colours, from left and from right`, async () => {
      const found: string[] = [];
      const ground = await everyState();
      const halves = [...ground.children] as HTMLElement[];
      const look = async (what: string, area: Element, options: object): Promise<void> => {
        for (const it of await audit(area, options)) found.push(`${what}: ${it}`);
      };
      const paint = (dark: number): void =>
        halves.forEach((half, at) => {
          half.style.cssText = `color-scheme: ${at === dark ? 'dark' : 'light'}; background: Canvas; color: CanvasText`;
        });
      for (const [turn, language] of group.entries()) {
        await speakAll(ground, language);
        paint(turn % 2);
        await look(`${language}, ${halves[turn % 2]?.dir} dark`, ground, ALL);
        if (fully.includes(language)) {
          paint(1 - (turn % 2));
          await look(`${language}, ${halves[1 - (turn % 2)]?.dir} dark`, ground, COLOURS);
        }
        if (await media({ 'forced-colors': 'active' })) {
          const area = fully.includes(language) ? ground : (halves[turn % 2] as HTMLElement);
          await look(`${language}, forced colours`, area, COLOURS);
        }
        await media({});
      }
      expect(found).to.deep.equal([]);
    });
  }
});
