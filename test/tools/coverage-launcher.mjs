// Chromium for tests whose coverage is counted. The runner's own way reads every script's source in every page and maps its
// ranges back once a page, which is most of a run's time: here ranges are added up as they come, and mapped back once.
import { mergeScriptCovs } from '@bcoe/v8-coverage';
import { chromeLauncher } from '@web/test-runner-chrome';
import { v8ToIstanbul } from '@web/test-runner-coverage-v8';

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
  await client?.send('Debugger.enable');
  await client?.send('Debugger.setSkipAllPauses', { skip: true });
  await client?.send('Profiler.enable');
  await client?.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** As `chromeLauncher()` of the runner; with coverage, the last page to end has that of all. */
export function coverageLauncher(options) {
  const launcher = chromeLauncher(options);
  const ranges = new Ranges();
  const create = launcher.createNewPage.bind(launcher);
  let ended = 0;
  launcher.createNewPage = async (...told) => {
    const page = await create(...told);
    const { puppeteerPage } = page;
    const client = launcher.config.coverage ? await puppeteerPage.createCDPSession() : undefined;
    page.runSession = async (url) => {
      await begin(client);
      await puppeteerPage.setViewport({ height: 600, width: 800 });
      await puppeteerPage.goto(url);
    };
    page.collectTestCoverage = async (config, testFiles) => {
      if (!client) return undefined;
      ranges.add((await client.send('Profiler.takePreciseCoverage')).result);
      await client.send('Profiler.disable');
      await client.send('Debugger.disable');
      ended += 1;
      if (ended < testFiles.length) return undefined;
      return v8ToIstanbul(config, testFiles, ranges.all(), await puppeteerPage.browser().userAgent());
    };
    return page;
  };
  return launcher;
}
