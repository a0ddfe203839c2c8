import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddress, networkOf } from '../../dist/endpoint/client-address.js';
import { readSettings } from '../../dist/endpoint/settings.js';

const PROXIES = ['10.0.0.0/8', '192.0.2.7', 'fd00::/8'];

describe('E32 the address of a client', () => {
  for (const [what, socket, header, proxies, client] of [
    ['is that of the socket', '203.0.113.7', undefined, [], '203.0.113.7'],
    ['is not what it says of itself', '203.0.113.7', '8.8.8.8', [], '203.0.113.7'],
    ['is not what it says of itself beside a proxy', '203.0.113.7', '10.0.0.1', PROXIES, '203.0.113.7'],
    ['is what our proxy has seen', '10.0.0.1', '203.0.113.7', PROXIES, '203.0.113.7'],
    [
      'is the last that is none of ours',
      '10.0.0.1',
      '1.1.1.1, 203.0.113.7, 192.0.2.7',
      PROXIES,
      '203.0.113.7',
    ],
    ['is not forged through a proxy', '10.0.0.1', '10.9.9.9, 8.8.8.8, 203.0.113.7', PROXIES, '203.0.113.7'],
    ['may be IPv6, with a port', 'fd00::1', '[2001:db8::5]:443', PROXIES, '2001:db8::5'],
    ['may come over a socket for both', '::ffff:10.0.0.1', '203.0.113.7:5123', PROXIES, '203.0.113.7'],
    ['is our proxy’s where the proxy tells nonsense', '10.0.0.1', 'unknown', PROXIES, '10.0.0.1'],
    ['is our own proxy’s where there is no other', '10.0.0.1', '10.0.0.2', PROXIES, '10.0.0.2'],
    [
      'is found in a long list at once',
      '10.0.0.1',
      `${'8.8.8.8,'.repeat(5000)}203.0.113.7`,
      PROXIES,
      '203.0.113.7',
    ],
  ]) {
    it(what, () => assert.equal(clientAddress(socket, header, proxies), client));
  }

  it('E33 counts as that of its network: whoever has one IPv6 address has 2^64', () => {
    const all = Array.from({ length: 10_000 }, (_, index) =>
      networkOf(`2001:db8:0:7:${index.toString(16)}::${index.toString(16)}`),
    );
    assert.deepEqual([...new Set(all)], ['2001:db8:0:7::/64']);
    assert.equal(networkOf('2001:DB8::1'), networkOf('2001:0db8:0000:0000:ffff:1:2:3'));
    assert.notEqual(networkOf('2001:db8:0:8::1'), networkOf('2001:db8:0:7::1'));
    assert.equal(networkOf('::1'), '0:0:0:0::/64');
    assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
    assert.equal(networkOf(''), '');
  });

  it('is refused as a setting where it is none', () => {
    for (const text of ['proxy.example', '10.0.0.0/33', '10.0.0', 'fd00::/129', '10.0.0.0/8/8']) {
      assert.throws(() => readSettings({ TRUSTED_PROXIES: text }), /TRUSTED_PROXIES/, text);
    }
    assert.deepEqual(readSettings({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).TRUSTED_PROXIES, [
      '10.0.0.0/8',
      '::1',
    ]);
  });
});
