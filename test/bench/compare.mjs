// The built script beside other implementations of the same job, in one interleaved run of a harness that stands in another folder:
//   npm run bench:compare -- FOLDER [--reps 5] [--peers none,vanilla,lit,subject] [--scenarios product,list24] [--check]
// FOLDER holds the harness with its packages installed (bench.mjs, build.mjs, lib/, peers/, shared/, subject.mjs); it is not changed.
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../tools/run.mjs';

const [folder, ...flags] = process.argv.slice(2);
if (!folder || folder.startsWith('--')) {
  console.error('npm run bench:compare -- FOLDER [flags of its bench.mjs]');
  process.exit(1);
}
const copy = resolve('.cache/compare');
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
const filter = (path) => !/(?:^|[/\\])(?:node_modules|results|\.build)$/.test(path);
cpSync(resolve(folder), copy, { recursive: true, filter });
symlinkSync(resolve(folder, 'node_modules'), join(copy, 'node_modules'), 'junction');
// Some of its files look for the subject beside them, others by the variable.
const subject = pathToFileURL(resolve('test/bench/subject.mjs')).href;
writeFileSync(join(copy, 'subject.mjs'), `export { subject } from ${JSON.stringify(subject)};\n`);
process.exitCode = await run('npm', ['run', '--silent', 'build']);
process.exitCode ||= await run('node', [join(copy, 'bench.mjs'), ...flags]);
