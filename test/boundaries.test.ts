import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

/** What each room may import, and what the core may not use. A room is a top folder, or one adapter. */

/** Packages that run in any JavaScript engine and know no platform, database, clock or network. */
const corePackages = new Set(['zod', 'intl-messageformat', 'temporal-polyfill']);

/** What an engine alone doesn't have, or what would make the same input give another answer. */
const hostGlobals = new Set([
  'process',
  'console',
  'Buffer',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  '__dirname',
  '__filename',
  'require',
]);

interface Node {
  type: string;
  [key: string]: unknown;
}

interface Import {
  from: string;
  typeOnly: boolean;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function walk(node: Node, visit: (node: Node, parent?: Node, key?: string) => void): void {
  const into = (value: unknown, parent: Node, key: string): void => {
    if (Array.isArray(value)) for (const one of value) into(one, parent, key);
    else if (isNode(value)) {
      visit(value, parent, key);
      for (const [name, child] of Object.entries(value)) into(child, value, name);
    }
  };
  into(node, node, '');
}

const literal = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string'
    ? node.value
    : undefined;

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' && typeof node.name === 'string'
    ? node.name
    : undefined;

/** Every import of a file: static, re-exported, dynamic, `import type` and `import('…')` as a type. */
function importsOf(program: Node): { imports: Import[]; unclear: number } {
  const imports: Import[] = [];
  let unclear = 0;
  walk(program, (node) => {
    if (!/^(Import|Export\w+)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type))
      return;
    if (node.source === null || node.source === undefined) return;
    const from = literal(node.source);
    if (from === undefined) {
      unclear++;
      return;
    }
    const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
    const allTypes =
      specifiers.length > 0 &&
      specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type');
    const typeOnly =
      node.type === 'TSImportType' ||
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      allTypes;
    imports.push({ from, typeOnly });
  });
  return { imports, unclear };
}

/** Uses of the clock, of chance and of the host. */
function impuritiesOf(program: Node): string[] {
  const found: string[] = [];
  const isMember = (node: Node, object: string, property: string) =>
    node.type === 'MemberExpression' &&
    nameOf(node.object) === object &&
    (nameOf(node.property) === property || literal(node.property) === property);
  walk(program, (node, parent, key) => {
    if (isMember(node, 'Date', 'now')) found.push('Date.now');
    if (isMember(node, 'Math', 'random')) found.push('Math.random');
    if (isMember(node, 'Temporal', 'Now')) found.push('Temporal.Now');
    const isDate = nameOf(node.callee) === 'Date';
    const given = Array.isArray(node.arguments) ? node.arguments.length : 0;
    if (node.type === 'NewExpression' && isDate && given === 0) found.push('new Date()');
    if (node.type === 'CallExpression' && isDate) found.push('Date()');
    const name = nameOf(node);
    if (name === 'globalThis') found.push(name);
    if (name === undefined || !hostGlobals.has(name)) return;
    const isNameOnly =
      (key === 'property' && parent?.type === 'MemberExpression' && !parent.computed) ||
      (key === 'key' && !parent?.computed) ||
      /^TS(Property|Method)Signature$/.test(parent?.type ?? '');
    if (!isNameOnly) found.push(name);
  });
  return found;
}

/** The top folder, and under `adapters` the adapter's own. */
const roomOf = (path: string): string => {
  const [top = '', second = '', third] = path.split('/');
  return top === 'adapters' && third !== undefined ? `${top}/${second}` : top;
};

/** What a file does that its room may not. `path` is relative to the repository, with slashes. */
function violations(path: string, code: string): string[] {
  const program = parseAst(code, { lang: path.endsWith('.js') ? 'js' : 'ts' }) as unknown as Node;
  const room = roomOf(path);
  const { imports, unclear } = importsOf(program);
  const found = imports.flatMap(({ from, typeOnly }) => {
    const why = from.startsWith('.')
      ? refusesFile(room, posix.normalize(posix.join(posix.dirname(path), from)), typeOnly)
      : refusesPackage(room, from);
    return why ? [`imports ${from}: ${why}`] : [];
  });
  if (unclear > 0 && room !== 'test') found.push('imports what only running it would tell');
  if (room === 'src') {
    found.push(...impuritiesOf(program).map((use) => `uses ${use}: the core gets it from deps`));
  }
  return found;
}

function refusesFile(room: string, target: string, typeOnly: boolean): string | undefined {
  const other = roomOf(target);
  if (room === 'src') return other === 'src' ? undefined : 'the core takes nothing from outside';
  if (room === 'db') {
    if (other === 'db') return undefined;
    if (other !== 'src') return 'the database knows only the core';
    const isNoun =
      typeOnly || !/(workflow|handle|wake|settle|suggest|views?|messages|etiquette)\b/.test(target);
    return isNoun ? undefined : 'the database takes types and nouns from the core, no decisions';
  }
  if (room === 'adapters/cli') return other === 'test' ? 'nothing runs on tests' : undefined;
  if (room.startsWith('adapters')) {
    if (other === room || other === 'src') return undefined;
    return other.startsWith('adapters')
      ? "adapters don't import each other; cli wires them"
      : 'an adapter knows only the core';
  }
  return undefined;
}

function refusesPackage(room: string, from: string): string | undefined {
  if (room !== 'src') return undefined;
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
  return corePackages.has(name) ? undefined : 'the core runs in any JavaScript engine';
}

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'adapters', 'db']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  )
  // What runs in the browser is no part of the program.
  .filter((path) => !dirname(path).startsWith('adapters/playground/page'));

describe('the rooms keep to themselves', () => {
  test.each(files)('%s', (path) => {
    expect(violations(path, readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });
});

describe('the checker would notice', () => {
  const bad: [string, string][] = [
    ['src/a.ts', "import { createSlackPlatform } from '../adapters/slack/platform.ts';"],
    ['src/a.ts', "import type { Pane } from '../adapters/playground/pane.ts';"],
    ['src/a/b.ts', "import { openDatabase } from '../../db/open.ts';"],
    ['src/a.ts', "export * from '../db/open.ts';"],
    ['src/a.ts', "export { x } from '../db/open.ts';"],
    ['src/a.ts', "type X = import('../db/open.ts').X;"],
    ['src/a.ts', "const x = await import('../db/open.ts');"],
    ['src/a.ts', 'const x = await import(name);'],
    ['src/a.ts', "import { App } from '@slack/bolt';"],
    ['src/a.ts', "import type { Client } from 'discord.js';"],
    ['src/a.ts', "import { eq } from 'drizzle-orm/pg-core';"],
    ['src/a.ts', "import postgres from 'postgres';"],
    ['src/a.ts', "import { PGlite } from '@electric-sql/pglite';"],
    ['src/a.ts', "import pino from 'pino';"],
    ['src/a.ts', "import { readFileSync } from 'node:fs';"],
    ['src/a.ts', "import 'fs';"],
    ['src/a.ts', "const fs = require('fs');"],
    ['src/a.ts', 'const now = Date.now();'],
    ['src/a.ts', 'const clock = [Date.now];'],
    ['src/a.ts', "const now = Date['now']();"],
    ['src/a.ts', 'const now = new Date();'],
    ['src/a.ts', 'const now = Date();'],
    ['src/a.ts', 'const now = Temporal.Now.instant();'],
    ['src/a.ts', 'const x = Math.random();'],
    ['src/a.ts', 'setTimeout(() => {}, 1);'],
    ['src/a.ts', 'const { env } = process;'],
    ['src/a.ts', 'console.log(1);'],
    ['src/a.ts', 'globalThis.process.exit();'],
    ['adapters/slack/a.ts', "import { x } from '../discord/limits.ts';"],
    ['adapters/playground/slack/a.ts', "import { x } from '../../slack/limits.ts';"],
    ['adapters/playground/a.ts', "import type { x } from '../discord/limits.ts';"],
    ['adapters/delivery/a.ts', "import { openDatabase } from '../../db/open.ts';"],
    ['adapters/delivery/a.ts', "import { createLog } from '../cli/log.ts';"],
    ['adapters/a.ts', "import { x } from './slack/limits.ts';"],
    ['adapters/cli/a.ts', "import { x } from '../../test/fake.ts';"],
    ['db/open.ts', "import { x } from '../adapters/cli/log.ts';"],
    ['db/stores/a.ts', "import { handle } from '../../src/handle.ts';"],
    ['db/stores/a.ts', "import { thank } from '../../src/gratitude/workflow.ts';"],
  ];
  test.each(bad)('%s: %s', (path, code) => {
    expect(violations(path, code)).toHaveLength(1);
  });

  const fine: [string, string][] = [
    ['src/a/b.ts', "import type { MemberId } from '../member.ts'; import { z } from 'zod';"],
    ['src/a.ts', 'const text = "import x from \'../db/open.ts\'"; // Date.now()'],
    ['src/a.ts', 'const at = new Date(0); const quote = /[\'"]/; const x = { process: 1 };'],
    ['src/a.ts', 'interface Form { process: string } declare const form: Form; form.process;'],
    [
      'adapters/slack/parse/a.ts',
      "import { x } from '../limits.ts'; import { y } from '../../../src/view.ts';",
    ],
    [
      'adapters/cli/a.ts',
      "import { x } from '../slack/platform.ts'; import { y } from '../../db/open.ts';",
    ],
    ['adapters/slack/a.ts', "import { App } from '@slack/bolt'; console.log(Date.now());"],
    [
      'db/a.ts',
      "import type { Wake } from '../src/wake.ts'; import { policySchema } from '../src/policy.ts';",
    ],
  ];
  test.each(fine)('and not mind %s: %s', (path, code) => {
    expect(violations(path, code)).toEqual([]);
  });
});
