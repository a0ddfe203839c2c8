// The tables of what was measured: beside other implementations, from test/bench/comparison.json, and of whole pages, from
// test/bench/pages.json.
import { readFileSync } from 'node:fs';
import { table } from './markdown.mjs';

const ours = 'subject';

/** Ratios: below 1 is better than that peer. Where both are nothing, or one is, the figures stand themselves. */
export function comparisonTable() {
  const { when, reps, cpus, load, labels, rows } = JSON.parse(
    readFileSync('test/bench/comparison.json', 'utf8'),
  );
  const others = Object.keys(labels).filter((it) => it !== ours);
  const ratio = (row, peer) => {
    const [a, b] = [row[ours], row[peer]];
    if (a === undefined || b === undefined) return '–';
    return b > 0 ? (a / b).toFixed(2) : `${a} : ${b}`;
  };
  const lines = Object.entries(rows).map(([name, row]) => [name, ...others.map((peer) => ratio(row, peer))]);
  const about = `One interleaved run of ${when.slice(0, 10)}: medians of ${reps} repetitions, Chromium, ${cpus} cores, load ${load?.toFixed(1)}. Ours over theirs: below 1 is better.`;
  return `${about}\n\n${table(['Measured', ...others.map((it) => labels[it])], lines)}`;
}

/** What whole pages cost with the script tag, over what they cost without it. */
export function pagesTable() {
  const { when, reps, cpus, load, rows } = JSON.parse(readFileSync('test/bench/pages.json', 'utf8'));
  const names = Object.keys(Object.values(rows)[0]);
  const lines = Object.entries(rows).map(([page, row]) => [page, ...names.map((name) => row[name])]);
  const about = `One interleaved run of ${when.slice(0, 10)}: medians of ${reps} cold loads with and without the script tag, Chromium at a processor four times slower, ${cpus} cores, load ${load}.`;
  return `${about}\n\n${table(['Page', ...names], lines)}`;
}
