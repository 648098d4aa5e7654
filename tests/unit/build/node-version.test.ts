import { describe, expect, it } from 'vitest';
import { nodeComplaint } from '../../../build/runtime/node-version.mjs';

describe('the Node version check', () => {
  it.each(['20.19.0', '20.19.1', '20.20.2', '22.0.0', '24.1.0'])('takes %s', (version) => {
    expect(nodeComplaint(version)).toBe('');
  });

  it.each(['8.17.0', '18.20.8', '20.9.0', '20.18.3'])('refuses %s and says what to do', (version) => {
    const complaint = nodeComplaint(version);
    expect(complaint).toContain('needs Node 20.19.0 or newer');
    expect(complaint).toContain(`this is Node ${version}`);
    expect(complaint).toContain('Install a newer Node');
  });
});
