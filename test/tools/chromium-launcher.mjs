// Chromium for the tests. The runner's own launcher has one browser, of which only one page has the focus, keys and animation
// frames, so that one file runs at a time and waits for the network most of it: here several browsers run side by side. It also
// maps coverage back once a page, which is most of a run's time: here ranges are added up as they come, and mapped back once.
import { mergeScriptCovs } from '@bcoe/v8-coverage';
import { chromeLauncher } from '@web/test-runner-chrome';
import { v8ToIstanbul } from '@web/test-runner-coverage-v8';
import puppeteer from 'puppeteer-core';
import { emulateMedia } from './emulated-media.mjs';

/** Ranges of the scripts of our own sources, by address. */
class Ranges {
  #byUrl = new Map();

  add(scripts) {
    for (const script of scripts) {
      if (!/^http:[^?]*\/src\/[^?]*\.ts$/.test(script.url)) continue;
      const before = this.#byUrl.get(script.url);
      this.#byUrl.set(script.url, before ? mergeScriptCovs([before, script]) : script);
    }
  }

  all() {
    return [...this.#byUrl.values()];
  }
}

/** Without the debugger the engine keeps compiled code from one page for the next, where it has no counters. */
async function begin(client) {
  await client.send('Debugger.enable');
  await client.send('Debugger.setSkipAllPauses', { skip: true });
  await client.send('Profiler.enable');
  await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

async function end(client) {
  const { result } = await client.send('Profiler.takePreciseCoverage');
  await client.send('Profiler.disable');
  await client.send('Debugger.disable');
  return result;
}

/**
 * As `chromeLauncher()` of the runner, with a browser for each of the `concurrency` pages. With coverage, the last page to end
 * has that of all.
 */
export function chromiumLauncher({ concurrency, launchOptions }) {
  const browsers = [];
  const ranges = new Ranges();
  let ended = 0;

  const launcher = chromeLauncher({
    concurrency,
    launchOptions,
    async createPage({ context }) {
      browsers.push(browsers.length ? await puppeteer.launch(launchOptions) : undefined);
      return browsers.at(-1)?.newPage() ?? context.newPage();
    },
  });

  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await Promise.all([stop(), ...browsers.map((it) => it?.close())]);
  };

  const create = launcher.createNewPage.bind(launcher);
  launcher.createNewPage = async (...told) => {
    const page = await create(...told);
    const { puppeteerPage } = page;
    const client = await puppeteerPage.createCDPSession();
    // puppeteer would have it tell of each request several times, and nobody asks.
    await puppeteerPage._client().send('Network.disable');
    page.runSession = async (url) => {
      // A file that has failed may have left the page in forced colours for the next.
      await emulateMedia(puppeteerPage, {});
      if (launcher.config.coverage) await begin(client);
      await puppeteerPage.setViewport({ height: 600, width: 800 });
      await puppeteerPage.goto(url);
    };
    page.collectTestCoverage = async (config, testFiles) => {
      if (!config.coverage) return undefined;
      ranges.add(await end(client));
      ended += 1;
      if (ended < testFiles.length) return undefined;
      return v8ToIstanbul(config, testFiles, ranges.all(), await puppeteerPage.browser().userAgent());
    };
    return page;
  };
  return launcher;
}
