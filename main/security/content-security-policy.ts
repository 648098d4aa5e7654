/**
 * The page may load its own bundles and nothing else. No script but ours runs, no HTML can be made
 * from a string (Trusted Types with one policy, which names our own workers), nothing is framed.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types reader-worker',
].join('; ');
