/**
 * Renames or removes: on Windows a virus scanner may hold a file for a moment. Tries again after 10 ms to 250 ms, for
 * 10 s in all; elsewhere a refusal is one.
 */
export async function patiently<Value>(act: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + 10_000;
  for (let pause = 10; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await act();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const held = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
      if (!held || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
