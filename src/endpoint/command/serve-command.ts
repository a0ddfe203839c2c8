import { serve } from '../serve.js';
import type { Settings } from '../settings.js';

/** Milliseconds after which the process goes, whatever is still under way: whoever stops it kills it soon after. */
const LATEST = 9_500;

/** `backorder-elements serve`: ends when it is told to. */
export async function serveCommand(settings: Settings): Promise<number> {
  const serving = await serve(settings);
  return new Promise((resolve) => {
    const stop = (): void => {
      // A second signal means: at once.
      process.once('SIGTERM', () => process.exit(1));
      process.once('SIGINT', () => process.exit(1));
      setTimeout(() => process.exit(1), LATEST).unref();
      void serving.close().then(
        () => resolve(0),
        () => resolve(1),
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}
