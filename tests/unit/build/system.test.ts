import { describe, expect, it } from 'vitest';
import { installLine, missingSentence, parsePolicy } from '../../../build/runtime/system.mjs';

const gtk = { what: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'], required: true };
const font = { what: 'a Chinese font', packages: ['fonts-noto-cjk'], required: false };

describe('what is missing on the system', () => {
  it('is said in one sentence with the line to run', () => {
    const line = installLine(['libgtk-3-0', 'fonts-noto-cjk'], false);
    expect(line).toBe(
      'sudo apt-get update && sudo apt-get install --no-install-recommends libgtk-3-0 fonts-noto-cjk',
    );
    expect(missingSentence([gtk, font], line)).toBe(
      `Missing on this system: libgtk-3.so.0, a Chinese font. Run: ${line}`,
    );
  });

  it('needs no sudo as root, and no apt where there is none', () => {
    expect(installLine(['xvfb'], true)).not.toContain('sudo');
    expect(missingSentence([gtk], undefined)).toContain("your system's package manager");
  });

  it('finds the names that this release of Debian has, not the virtual ones of renamed packages', () => {
    const policy = [
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libasound2t64:',
      '  Installed: (none)',
      '  Candidate: 1.2.14-1',
      '  Version table:',
      '     1.2.14-1 500',
      'libnss3:',
      '  Installed: 2:3.87',
      '  Candidate: 2:3.87',
      '',
    ].join('\n');
    expect(parsePolicy(policy)).toEqual(['libasound2t64', 'libnss3']);
  });
});
