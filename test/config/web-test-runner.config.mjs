// Browser tests: test/**/*.test.ts in up to three engines (BO_BROWSERS).
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { shopServer } from '../support/shop-server.mjs';
import { bundledTests } from '../tools/bundled-tests.mjs';
import { chromiumArgs, headlessChromium, requireBrowser, wantedBrowsers } from '../tools/browsers.mjs';
import { chromiumLauncher } from '../tools/chromium-launcher.mjs';
import { firefoxLauncher } from '../tools/firefox-launcher.mjs';
import { summaryReporter } from '../tools/summary-reporter.mjs';
import { webkitLauncher } from '../tools/webkit-launcher.mjs';
import { commandsPlugin, demoFiles, mswWorkerPlugin } from '../tools/wtr-plugins.mjs';

const shop = shopServer();
const rootDir = fileURLToPath(new URL('../../', import.meta.url));

const launchers = {
  chromium: () =>
    chromiumLauncher({
      concurrency: Number(process.env.BO_CHROMIUMS ?? 3),
      // Drawing by a graphics card that is only acted out takes longer.
      launchOptions: { executablePath: headlessChromium(), args: [...chromiumArgs, '--disable-gpu'] },
    }),
  firefox: () => firefoxLauncher({ executablePath: requireBrowser('firefox') }),
  webkit: () => webkitLauncher(),
};

export default {
  rootDir,
  // Runs side by side would look for a free port in the same moment.
  ...(process.env.BO_PORT && { port: Number(process.env.BO_PORT) }),
  files: 'test/**/*.test.ts',
  // Without 'browser', packages such as msw resolve to their Node files (import of node:http).
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  browsers: wantedBrowsers().map((name) => launchers[name]()),
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 60_000 } },
  reporters: [defaultReporter(), summaryReporter()],
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.startsWith('Lit is in dev mode')),
  coverageConfig: {
    include: ['src/**/*.ts'],
    // Journeys run them from cdn/, as a shop does, where they are not measured.
    exclude: ['src/loader.ts', 'src/page.ts'],
    reportDir: 'coverage',
    reporters: ['text', 'lcovonly'],
    threshold: { statements: 95, branches: 90, functions: 90, lines: 95 },
  },
  middleware: [bundledTests(process.env.BO_BUNDLED), shop.middleware, demoFiles(rootDir)],
  plugins: [
    shop.plugin,
    mswWorkerPlugin(),
    commandsPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      // Without this esbuild takes decorators for standard ones and every @property throws.
      tsconfig: `${rootDir}tsconfig.json`,
    }),
  ],
};
