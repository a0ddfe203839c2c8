/* Starts the mocked part of the shop's server. Loaded by the pages that can have a sign-up form. */
import { setupWorker } from 'msw/browser';
import { signUps } from './server.mjs';

export const worker = setupWorker(signUps);
await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
document.documentElement.dataset.mocked = 'ready';
