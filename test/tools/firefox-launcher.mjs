// Firefox for the tests: puppeteer-core drives it over WebDriver BiDi.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';

/** As `chromeLauncher()` of the runner; giving it puppeteer-core also names the browser 'Firefox'. */
export function firefoxLauncher({ executablePath }) {
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath },
  });
  const create = launcher.createNewPage.bind(launcher);
  launcher.createNewPage = async (...told) => {
    const page = await create(...told);
    // It would tell of each request four times, and nobody asks: that is a third of the time that pages take.
    const { browsingContext } = page.puppeteerPage.mainFrame();
    await browsingContext?.userContext.browser.session.send('session.unsubscribe', { events: ['network'] });
    return page;
  };
  return launcher;
}
