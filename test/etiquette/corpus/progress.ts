const WIDTH = 30;

/** A bar on standard error, where a person watches. */
export function progress(name: string, total: number): { step(): void; done(): void } {
  const { stderr } = process;
  let count = 0;
  let shown = -1;
  return {
    step() {
      count++;
      const filled = Math.floor((count / Math.max(1, total)) * WIDTH);
      if (!stderr.isTTY || filled === shown) return;
      shown = filled;
      stderr.write(
        `\r${name} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${count}/${total}`,
      );
    },
    done() {
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}
