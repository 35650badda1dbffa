import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands.ts';
import { en } from '../../src/messages/en.ts';
import { messagesFor } from '../../src/messages/messages.ts';

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(join('src', 'messages', 'en')));

describe('the English catalogue', () => {
  it.each(Object.entries(en))('%s is well formed and calm', (_key, words) => {
    expect(() => new IntlMessageFormat(words, 'en', undefined, { ignoreTag: true })).not.toThrow();
    expect(words).not.toContain('!');
    // A straight apostrophe is an escape in ICU MessageFormat.
    expect(words).not.toContain("'");
  });

  it('says nothing that nobody reads', () => {
    const code = ['src', 'adapters'].flatMap(sources).map((file) => readFileSync(file, 'utf8'));
    const mentioned = (key: string) => code.some((text) => text.includes(`'${key}'`));
    // Keys built from parts: `form.purpose-${purpose}`.
    const built = code.flatMap((text) =>
      [...text.matchAll(/`([\w.-]+)\$\{/g)].map(([, start]) => start ?? ''),
    );
    const unread = Object.keys(en).filter(
      (key) => !mentioned(key) && !built.some((start) => start.length > 3 && key.startsWith(start)),
    );
    expect(unread).toEqual([]);
  });

  it('puts nodes in the place of names', () => {
    const helper = {
      node: 'mention',
      member: { platform: 'slack', community: 'T1', user: 'U1' },
    } as const;
    expect(messagesFor('en').rich('sent.text', { helper })).toEqual([
      { node: 'plain', text: 'Your ask is with ' },
      helper,
      { node: 'plain', text: ' now.' },
    ]);
  });

  it('takes members’ words as they are', () => {
    const name = "{count, plural} <b> 'quoted' # |";
    expect(messagesFor('en').text('draft.target-words', { name })).toContain(name);
  });

  it('speaks English where it has no other words yet', () => {
    expect(messagesFor('fi-FI').locale).toBe('en');
    expect(messagesFor('__proto__').text('close')).toBe('Close');
  });
});

it('commands fit both platforms', () => {
  for (const { name, description, options } of commands) {
    expect(name).toMatch(/^[a-z-]{1,32}$/);
    for (const text of [description, ...options.map((option) => option.description)]) {
      expect(text.length).toBeLessThanOrEqual(100);
    }
  }
});
