import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../../main/security/content-security-policy.ts';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

describe('the content security policy (enterprise bars, security 4)', () => {
  test.each(['default-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])(
    '%s is none',
    (name) => {
      expect(directives.get(name)).toEqual(["'none'"]);
    },
  );

  test.each(['script-src', 'style-src', 'font-src', 'connect-src', 'worker-src'])('%s is our own', (name) => {
    expect(directives.get(name)).toContain("'self'");
  });

  test('HTML is never made of text, and one policy names script addresses', () => {
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('trusted-types')).toEqual(['reader-worker']);
  });

  test('nothing is unsafe, and no source is a wildcard, another scheme or another host', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|blob:|https?:|filesystem:/);
    expect(directives.get('img-src')).toEqual(["'self'", 'data:']);
    expect(contentSecurityPolicy.match(/\bdata:/g)).toHaveLength(1);
  });

  test('no directive is said twice: browsers would take the first', () => {
    expect(directives.size).toBe(contentSecurityPolicy.split('; ').length);
  });
});
