import type { Socket } from 'node:net';
import { clientAddressBehind } from '../../src/core/http/client-address.js';

const PROXY = '10.0.0.1';
const addressOf = clientAddressBehind(['10.0.0.0/8', '2001:db8:ffff::/48']);

const read = (headers: Record<string, string>, remoteAddress: string | undefined = PROXY): string =>
  addressOf({ socket: { remoteAddress } as Socket, headers });

describe('A trusted proxy that reports a client in X-Forwarded-For', () => {
  it.each([
    ['203.0.113.7:51234', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['"203.0.113.7:51234"', '203.0.113.7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['"[2001:db8::7]:443"', '2001:db8::7'],
    ['2001:DB8:0000:0:0::0007', '2001:db8::7'],
    ['2001:db8::192.0.2.33', '2001:db8::c000:221'],
    ['2001:db8:0:0:1:0:0:0', '2001:db8:0:0:1::'],
    ['64:ff9b::203.0.113.7', '64:ff9b::cb00:7107'],
    ['::', '::'],
    ['::1', '::1'],
    ['::ffff:0:1', '0.0.0.1'],
    ['::ffff:1:0:1', '::ffff:1:0:1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25eth0]:443', 'fe80::1'],
    ['198.51.100.9, 203.0.113.7:51234', '203.0.113.7'],
    ['203.0.113.7:51234, 10.0.0.2:80', '203.0.113.7'],
    ['203.0.113.7, [2001:db8:ffff::2]:80, 10.0.0.2', '203.0.113.7'],
    [', 203.0.113.7,', '203.0.113.7'],
    ['10.0.0.3:80, 10.0.0.2', '10.0.0.3'],
  ])('as %j means %s', (header, address) => {
    expect(read({ 'x-forwarded-for': header })).toBe(address);
  });

  it.each([
    ['unknown'],
    ['_hidden'],
    [''],
    [' , '],
    ['203.0.113'],
    ['0x7f.1'],
    ['0177.0.0.1'],
    ['203.0.113.256'],
    ['203.0.113.7/32'],
    ['[203.0.113.7]'],
    ['[2001:db8::7'],
    ['2001:db8::7]:443'],
    ['[2001:db8::7]443'],
    ['2001:db8::7::'],
    ['example.com:80'],
    ['203.0.113.7; DROP TABLE'],
    ['203.0.113.7, unknown'],
  ])('as %j has the client’s requests counted as its own', (header) => {
    expect(read({ 'x-forwarded-for': header })).toBe(PROXY);
  });

  it('is the client itself behind another proxy that reports no address', () => {
    expect(read({ 'x-forwarded-for': '198.51.100.9, unknown, 10.0.0.2:80' })).toBe('10.0.0.2');
  });
});

describe('A trusted proxy that reports a client in Forwarded', () => {
  it.each([
    ['for=203.0.113.7', '203.0.113.7'],
    ['For="203.0.113.7:51234"', '203.0.113.7'],
    ['for="[2001:db8:cafe::17]:4711"', '2001:db8:cafe::17'],
    ['FOR="[2001:DB8:CAFE::17]"', '2001:db8:cafe::17'],
    ['for=203.0.113.7;proto=https;by=10.0.0.1;host=example.com', '203.0.113.7'],
    ['proto=http; for="203.0.113.7:_port"', '203.0.113.7'],
    ['for=198.51.100.9, for=203.0.113.7', '203.0.113.7'],
    ['for=203.0.113.7, for=10.0.0.2', '203.0.113.7'],
    ['for=203.0.113.7, for="[2001:db8:ffff::2]:80", for=10.0.0.2', '203.0.113.7'],
    ['for="203.0.11\\3.7"', '203.0.113.7'],
    ['for=unknown', PROXY],
    ['for=_hidden', PROXY],
    ['for="_SEVKISEK"', PROXY],
    ['proto=https', PROXY],
    ['for=203.0.113.7, proto=https', PROXY],
    ['for="203.0.113.7', PROXY],
    ['203.0.113.7', PROXY],
    ['', PROXY],
  ])('as %j means %s', (header, address) => {
    expect(read({ forwarded: header })).toBe(address);
  });
});

describe('A trusted proxy that sends both headers', () => {
  it.each([
    ['by=10.0.0.1;proto=https', '203.0.113.7'],
    ['proto=https', '203.0.113.7'],
    ['host=example.com', '203.0.113.7'],
    ['by="_secret"', '203.0.113.7'],
    ['host="for=198.51.100.9"', '203.0.113.7'],
    ['host="a;for=198.51.100.9,b"', '203.0.113.7'],
    ['proto=http, by=10.0.0.2', '203.0.113.7'],
    ['Proto=HTTPS;Host="example.com:443"', '203.0.113.7'],
    ['by="[2001:db8:ffff::1]:80"', '203.0.113.7'],
    ['by=unknown;host=a.example, proto=https;by=10.0.0.1', '203.0.113.7'],
    ['for=203.0.113.7;host=";for=1.2.3.4"', '203.0.113.7'],
    ['for=203.0.113.7, proto=https', PROXY],
    ['proto=https, for=unknown', PROXY],
    ['for=', PROXY],
    ['for=""', PROXY],
    ['by=10.0.0.1;proto', PROXY],
  ])('as %j and X-Forwarded-For means %s', (forwarded, address) => {
    expect(read({ 'x-forwarded-for': '203.0.113.7', forwarded })).toBe(address);
  });

  it.each(['', ' ', ',', ' , ,', '\t'])('as Forwarded, and as an X-Forwarded-For of %j, means the one', (list) => {
    expect(read({ 'x-forwarded-for': list, forwarded: 'for=203.0.113.7' })).toBe('203.0.113.7');
  });

  it.each([
    'for=203.0.113.7;for=198.51.100.9',
    'for=203.0.113.7;for=203.0.113.7',
    'for=203.0.113.7;FOR=198.51.100.9',
    'For=203.0.113.7;proto=https;for=198.51.100.9',
    'for="[2001:db8::7]";for=203.0.113.7',
    'for=203.0.113.7; for=198.51.100.9',
    'for=203.0.113.7;for="198.51.100.9:80"',
    'for=198.51.100.9, for=203.0.113.7;for=198.51.100.9',
    'for=203.0.113.7;for=198.51.100.9, for=203.0.113.7',
    'by="a,b\\";c";for=203.0.113.7;for=198.51.100.9',
  ])('as %j names two clients at once, and is the client itself', (forwarded) => {
    expect(read({ forwarded })).toBe(PROXY);
    expect(read({ 'x-forwarded-for': '203.0.113.7', forwarded })).toBe(PROXY);
  });
});

describe('Forwarded with 7,000 escaped quotes', () => {
  it.each([
    ['that never end', `for="${'\\"'.repeat(7_000)}`],
    ['that end in a backslash', `for="${'\\"'.repeat(7_000)}\\`],
  ])('%s names no client, and is read in time proportional to its length', (_, forwarded) => {
    // Time of the processor: the clock also counts the time of other processes.
    const start = process.cpuUsage();
    expect(read({ forwarded })).toBe(PROXY);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(20);
  });
});

describe('A client', () => {
  it('that is no trusted proxy has its own address, whatever it sends', () => {
    const headers = { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' };
    expect(read(headers, '192.0.2.1')).toBe('192.0.2.1');
    expect(read(headers, '::ffff:192.0.2.1')).toBe('192.0.2.1');
  });

  it('cannot choose an address with the header that the proxy passes on', () => {
    expect(read({ 'x-forwarded-for': '203.0.113.7', forwarded: 'for=198.51.100.9' })).toBe(PROXY);
    expect(read({ 'x-forwarded-for': '203.0.113.7', forwarded: '' })).toBe(PROXY);
    expect(read({ 'x-forwarded-for': '203.0.113.7:443', forwarded: 'for=203.0.113.7' })).toBe('203.0.113.7');
  });

  it('of a trusted proxy’s IPv4-mapped address is found', () => {
    expect(read({ 'x-forwarded-for': '203.0.113.7' }, '::ffff:10.0.0.1')).toBe('203.0.113.7');
  });

  it('without a socket has no address', () => {
    expect(addressOf({ socket: {} as Socket, headers: { 'x-forwarded-for': '203.0.113.7' } })).toBe('');
  });
});
