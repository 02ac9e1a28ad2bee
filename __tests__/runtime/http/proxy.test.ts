import { describe, expect, it } from '@jest/globals';
import { proxyFor } from '../../../src/runtime/http/proxy';

describe('the proxy of a request', () => {
  it.each([
    ['https://a.test', '10.0.0.0/8', true],
    ['https://10.1.2.3', '10.0.0.0/8', false],
    ['https://11.1.2.3', '10.0.0.0/8', true],
    ['https://[fd00::1]', 'fd00::/8', false],
    ['https://[::1]', '0:0:0:0:0:0:0:1', false],
    ['https://a.test', 'x.test, a.test', false],
    ['https://b.a.test', 'a.test', false],
    ['https://b.a.test', '.A.test', false],
    ['https://b.a.test', '*.a.test', false],
    ['https://ba.test', 'a.test', true],
    ['https://a.test', 'a.test:8443', true],
    ['https://a.test:8443', 'a.test:8443', false],
    ['https://a.test', '*', false],
    ['https://a.test', '', true],
  ])('%s with NO_PROXY=%s: goes through it: %s', (url, none, through) => {
    expect(proxyFor(new URL(url), { https: 'p:1', none }) !== undefined).toBe(through);
  });

  it('is not that of http for https, nor the other way round', () => {
    expect(proxyFor(new URL('https://a.test'), { http: 'http://p:1' })).toBeUndefined();
    expect(proxyFor(new URL('http://a.test'), { https: 'http://p:1' })).toBeUndefined();
    expect(proxyFor(new URL('http://a.test'), { http: 'http://me:secret@p:1' })).toBe('http://p:1');
  });
});
