// The deep check: npm run -s test:deep. Many more examples of each property, and every view in every palette in both
// languages; for a release, and when something in these rooms has changed.
process.env.DEEP = '1';
process.argv.splice(2, process.argv.length, 'unit', 'integration', 'e2e');
await import('./run.mjs');
