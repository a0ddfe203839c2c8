// `npm run typecheck`: every project of the repository, those of src as far as they must do without the DOM or without Node.
import { TSC } from './build.mjs';
import { runAll } from './run.mjs';

const PROJECTS = [
  'tsconfig.json',
  'demo/react',
  'src/tsconfig.pure.json',
  'src/check',
  'src/endpoint',
  'src/command',
  'test/config',
];

process.exitCode = await runAll(...PROJECTS.map((project) => [...TSC, '-p', project, '--noEmit']));
