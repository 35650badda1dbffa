import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type SettingsResult, settingsFrom } from './settings.ts';

/** The settings of this process: its environment, and `.env` in its working folder when there is one. */
export function readSettings(): SettingsResult {
  const path = join(process.cwd(), '.env');
  let file: NodeJS.Dict<string> = {};
  try {
    file = parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code !== 'ENOENT') {
      return {
        ok: false,
        problems: [`${path} could not be read (${code}). Check that it is a file you may read.`],
      };
    }
  }
  return settingsFrom(process.env, file);
}
