import { defineConfig } from 'playwright/test';

// Each test starts the real app in the real Electron with folders of its own, so they may run side by side.
// biome-ignore lint/style/noDefaultExport: Playwright takes its configuration from there
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../dist/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Attaching to a starting Electron was seen to hang about once in fifty starts on a loaded machine, with the
  // app's window open and well; what passes only at a later try is listed as flaky.
  retries: 2,
  timeout: 60_000,
  expect: { timeout: 8_000 },
});
