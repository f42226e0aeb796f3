import type { Request } from 'express';
import { isCrossSite, trustedOrigins } from '../../src/access/cross-site.js';

const TRUSTED = trustedOrigins({
  publicUrl: 'https://api.example.com',
  consoleUrl: 'https://console.example.com/admin',
  corsOrigins: ['https://partner.example.net'],
});

function isForeign(headers: Record<string, string>, method = 'POST'): boolean {
  return isCrossSite({ method, headers } as Request, TRUSTED);
}

describe('A state-changing request of a browser', () => {
  it.each(['https://api.example.com', 'https://console.example.com', 'https://partner.example.net'])(
    'passes from the origin %s',
    (origin) => {
      expect(isForeign({ origin })).toBe(false);
      expect(isForeign({ origin, 'sec-fetch-site': 'same-origin' })).toBe(false);
      expect(isForeign({ origin, 'sec-fetch-site': 'same-site' })).toBe(false);
    },
  );

  it.each([
    'http://api.example.com',
    'https://api.example.com:8443',
    'https://api.example.com.evil.test',
    'https://evil.example.com',
    'https://example.com',
    'https://api.example.com, https://evil.test',
    'https://console.example.com/admin',
    'null',
    '',
  ])('is foreign from the origin %j, whatever Sec-Fetch-Site says', (origin) => {
    expect(isForeign({ origin, host: 'api.example.com' })).toBe(true);
    expect(isForeign({ origin, 'sec-fetch-site': 'same-site' })).toBe(true);
    expect(isForeign({ origin, 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(isForeign({ origin, 'sec-fetch-site': 'none' })).toBe(true);
  });

  it('is judged by Sec-Fetch-Site where there is no origin', () => {
    expect(isForeign({})).toBe(false);
    expect(isForeign({ 'sec-fetch-site': 'same-origin' })).toBe(false);
    expect(isForeign({ 'sec-fetch-site': 'none' })).toBe(false);
    expect(isForeign({ 'sec-fetch-site': 'same-site' })).toBe(true);
    expect(isForeign({ 'sec-fetch-site': 'cross-site' })).toBe(true);
  });

  it('is foreign when Sec-Fetch-Site says so, from whatever origin', () => {
    expect(isForeign({ origin: 'https://api.example.com', 'sec-fetch-site': 'cross-site' })).toBe(true);
  });

  it('passes when it only reads', () => {
    expect(isForeign({ origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(false);
  });
});
