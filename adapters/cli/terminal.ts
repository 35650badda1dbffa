import { styleText } from 'node:util';

export type Style = 'bold' | 'red' | 'yellow' | 'green';

/** Where a command's words go. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Resolves when what was written is no more than the reader can take. */
  ready(): Promise<void>;
  /** In colour where a person reads it. */
  style(style: Style, text: string): string;
}

const { stdout, stderr } = process;

/** https://no-color.org: set and not empty means no colours. */
const inColour = stdout.isTTY === true && !process.env.NO_COLOR;

export const thisTerminal: Terminal = {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  ready: async () => {
    if (!stdout.writableNeedDrain) return;
    await new Promise<void>((resolve) => stdout.once('drain', resolve).once('close', resolve));
  },
  style: (style, text) => (inColour ? styleText(style, text) : text),
};
