// Examples in README.md that are TypeScript compile where they say they stand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const FILE = resolve('src/platforms/lumen/platform.ts');

describe('TypeScript in README.md', () => {
  it('the smallest adapter is a platform', () => {
    const readme = readFileSync('README.md', 'utf8');
    const code = /<!-- example: adapter -->\n+```ts\n([\s\S]*?)```/.exec(readme)[1];
    assert.ok(code.split('\n').length < 20, 'it is small');
    const { config } = ts.readConfigFile('src/tsconfig.pure.json', ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('src'));
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile;
    host.getSourceFile = (name, ...more) =>
      resolve(name) === FILE ? ts.createSourceFile(name, code, ...more) : read(name, ...more);
    const exists = host.fileExists;
    host.fileExists = (name) => resolve(name) === FILE || exists(name);
    const told = ts.getPreEmitDiagnostics(ts.createProgram([FILE], options, host));
    assert.equal(ts.formatDiagnostics(told, host), '');
  });
});
