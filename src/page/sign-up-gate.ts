// Fetched where a document names a target for its sign-ups. From then on the page knows of targets, and what waited for it looks again.
import { openTarget } from '../store/open-target.js';
import { shared } from '../store/shared-store.js';

const { store } = shared();
store.target = openTarget;
store.refreshAll(true);
