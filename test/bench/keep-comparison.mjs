// Keeps what a run of `npm run bench:compare` has measured, for the table in the README:
//   node test/bench/keep-comparison.mjs .cache/compare/results/latest.json
import { readFileSync, writeFileSync } from 'node:fs';

const KEPT = 'test/bench/comparison.json';
const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const median = (peer, scenario, measure) =>
  result.peers[peer]?.results?.[scenario]?.[measure]?.med ?? undefined;
/** Less what the harness itself costs on the same page. */
const net = (measure, scenario) => (peer) =>
  median(peer, scenario, measure) - median('none', scenario, measure);
const plain = (measure, scenario) => (peer) => median(peer, scenario, measure);

/** What is compared, in the units of the harness: milliseconds and bytes. `4x`: a processor four times slower. */
const MEASURES = {
  'product: bytes on the wire': plain('wire', 'nav@4'),
  'product: boot, 4x': plain('boot', 'product@4'),
  'product: variant change, 4x': plain('vTask', 'product@4'),
  'product: right button on slow 4G': plain('right', 'nav@4'),
  '24 cards: boot, 4x': plain('boot', 'list24@4'),
  '1000 cards: main thread': net('task', 'list1000@1'),
  '1000 cards: memory': (peer) =>
    median(peer, 'list1000@1', 'heapJs') + (median(peer, 'list1000@1', 'heapDom') ?? 0),
  '1000 cards: listeners': plain('listeners', 'list1000@1'),
  'layout shift, late script': plain('cls', 'product@1'),
};

const peers = Object.keys(result.peers).filter((it) => it !== 'none');
const rows = Object.fromEntries(
  Object.entries(MEASURES).map(([name, of]) => [
    name,
    Object.fromEntries(
      peers.flatMap((peer) => {
        const value = of(peer);
        return Number.isFinite(value) ? [[peer, Number(value.toPrecision(4))]] : [];
      }),
    ),
  ]),
);
const { when, reps, chromium, node, cpus, load } = result;
const labels = Object.fromEntries(peers.map((peer) => [peer, result.peers[peer].label]));
writeFileSync(
  KEPT,
  `${JSON.stringify({ when, reps, chromium, node, cpus, load: load?.med, labels, rows }, undefined, 2)}\n`,
);
console.log(`${KEPT} written; now run 'npm run docs'.`);
