// Cornerstone lets its add button float: it hangs out of its form, and on a phone it is as wide as the column.
import { expect } from '@open-wc/testing';
import { cornerstone } from '../fixtures/storefronts/cornerstone.js';
import { closePages, waitFor } from '../support/journey.js';
import { check, isBackorder, openFront } from './shop-front.js';

const style = (rules: string): string => `<style>${rules}</style>`;

describe('Cornerstone 6: a button that floats', () => {
  afterEach(closePages);

  check('our words stand below it, as wide as the column', async () => {
    const page = await openFront(cornerstone, 'black', {
      width: 390,
      theme: style(
        '.product-options { width: 330px; padding-right: 14px } .form-action { float: left; width: 316px } .form-action input { width: 100% }',
      ),
    });
    await isBackorder(cornerstone, page);
    const notice = page.find('eta-notice');
    await waitFor(() => notice.getClientRects().length, 'the notice');
    const box = (): DOMRect => notice.getBoundingClientRect();
    await waitFor(() => box().top >= page.button.getBoundingClientRect().bottom, 'below the button');
    expect(box().width, 'as wide as the column').to.be.at.least(300);
  });

  check('a page that changes is not laid out again to look where the button is', async () => {
    const page = await openFront(cornerstone, 'black');
    await isBackorder(cornerstone, page);
    await waitFor(() => page.find('eta-notice').getClientRects().length, 'the notice');
    let asked = 0;
    const { button } = page;
    button.getBoundingClientRect = (): DOMRect => {
      asked += 1;
      return Element.prototype.getBoundingClientRect.call(button);
    };
    // Each is a look of its own.
    for (let looks = 0; looks < 5; looks += 1) {
      page.document.body.append(page.document.createElement('i'));
      await new Promise((resolve) => page.window.requestAnimationFrame(resolve));
    }
    expect(asked).to.be.below(3);
  });

  check('beside a picture that floats, what stands in the column stays there', async () => {
    const page = await openFront(cornerstone, 'black', {
      slots: {
        before: '<div style="float:left;width:100px;height:2000px"></div>',
      },
    });
    await isBackorder(cornerstone, page);
    expect(page.find('[data-backorder-place]').getBoundingClientRect().top).to.be.below(1500);
  });
});
