import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';
import {
  draftFieldsSchema,
  draftKinds,
  type FieldName,
  historySchema,
} from '../../src/etiquette/draft.ts';
import { explain, placed } from '../../src/etiquette/explain.ts';
import type { Finding, Review } from '../../src/etiquette/finding.ts';
import { isKnownLanguage } from '../../src/etiquette/language/all.ts';
import { review } from '../../src/etiquette/review.ts';
import type { Saying } from '../../src/etiquette/rule.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { type Relationship, relationships } from '../../src/relationships/relationship.ts';
import type { formats } from './check-formats.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOptions {
  files: readonly string[];
  relationship: Relationship;
  /** `auto`, or a BCP 47 tag. */
  language: string;
  format: (typeof formats)[number];
  words: Messages;
}

/** Standard output's last word on `check`. */
const PASSED = 0;
const BLOCKED = 1;
const UNREADABLE = 2;

const lineSchema = z.union([
  z.object({ text: z.string() }).transform(({ text }) => ({ note: text })),
  z.object({ fields: draftFieldsSchema }).transform(({ fields }) => fields),
]);
const restSchema = z.object({
  kind: z.enum(draftKinds).optional(),
  relationship: z.enum(relationships).optional(),
  language: z
    .string()
    .refine((tag) => tag === 'auto' || isKnownLanguage(tag), 'a language the rules know, or auto')
    .optional(),
  history: historySchema.optional(),
  today: z.iso.date().optional(),
});

/** `goodword check`: reviews texts without any bot. Resolves to the exit code: 0 pass and coach, 1 block, 2 not readable. */
export async function check(
  options: CheckOptions,
  { input, terminal }: { input: Readable; terminal: Terminal },
): Promise<number> {
  const sources = options.files.length > 0 ? options.files : ['-'];
  let code = PASSED;
  const worse = (next: number) => {
    code = Math.max(code, next);
  };
  const results: object[] = [];
  for (const name of sources) {
    const stream = name === '-' ? input : createReadStream(name);
    try {
      if (options.format === 'jsonl') {
        for await (const line of createInterface({
          input: stream,
          crlfDelay: Number.POSITIVE_INFINITY,
        })) {
          if (line.trim() === '') continue;
          const { output, code: own } = checkedLine(line, options);
          worse(own);
          terminal.out(`${JSON.stringify(output)}\n`);
          await terminal.ready();
        }
        continue;
      }
      const text = await textOf(stream);
      const found = review(text, {
        relationship: options.relationship,
        language: options.language,
      });
      if (found.verdict === 'block') worse(BLOCKED);
      const file = name === '-' ? {} : { file: name };
      if (options.format === 'json') results.push({ ...file, ...told(found, options.words) });
      else terminal.out(asText(name, text, found, sources.length > 1, options.words, terminal));
    } catch (error) {
      if (!isFileError(error)) throw error;
      terminal.err(
        `${options.words.text('cli.no-file', { file: name, reason: reasonOf(error) })}\n`,
      );
      worse(UNREADABLE);
    }
  }
  if (options.format === 'json') terminal.out(`${JSON.stringify(results, null, 2)}\n`);
  await terminal.ready();
  return code;
}

async function textOf(stream: Readable): Promise<string> {
  const decoder = new StringDecoder('utf8');
  const parts: string[] = [];
  for await (const chunk of stream) parts.push(decoder.write(chunk as Buffer));
  parts.push(decoder.end());
  const text = parts.join('');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function checkedLine(line: string, options: CheckOptions): { output: object; code: number } {
  let given: unknown;
  try {
    given = JSON.parse(line.startsWith('\ufeff') ? line.slice(1) : line);
  } catch {
    return { output: { id: null, error: options.words.text('cli.not-json') }, code: UNREADABLE };
  }
  const id = isRecord(given) && 'id' in given ? given.id : null;
  const fields = lineSchema.safeParse(given);
  const rest = restSchema.safeParse(given);
  if (!fields.success || !rest.success) {
    const issue = rest.error?.issues[0];
    const error = issue
      ? options.words.text('cli.bad-value', { key: issue.path.join('.'), problem: issue.message })
      : options.words.text('cli.no-text');
    return { output: { id, error }, code: UNREADABLE };
  }
  const { kind, relationship, language, history, today } = rest.data;
  const found = review(
    { kind, fields: fields.data },
    {
      relationship: relationship ?? options.relationship,
      language: language ?? options.language,
      history,
      today,
    },
  );
  return {
    output: { id, ...told(found, options.words) },
    code: found.verdict === 'block' ? BLOCKED : PASSED,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A review with its words, as the output's readers get it. */
function told({ verdict, language, findings, rewrite }: Review, words: Messages): object {
  return {
    verdict,
    language,
    findings: findings.map((finding) => {
      const { reason, waysOut } = explain(finding);
      const [suggestion] = waysOut;
      return {
        rule: finding.rule,
        severity: finding.severity,
        spans: finding.spans,
        message: said(reason, words),
        ...(suggestion ? { suggestion: said(suggestion, words) } : {}),
      };
    }),
    ...(rewrite === undefined ? {} : { rewrite }),
  };
}

const said = (saying: Saying, words: Messages): string =>
  words.text(saying.key, placed(saying, words));

function asText(
  name: string,
  text: string,
  found: Review,
  named: boolean,
  words: Messages,
  terminal: Terminal,
): string {
  const { verdict, language, findings, rewrite } = found;
  const lines: string[] = [];
  const heading = words.text(`cli.${language === 'und' && verdict === 'pass' ? 'und' : verdict}`);
  lines.push(`${named ? `${name}: ` : ''}${terminal.style(verdictStyles[verdict], heading)}`);
  for (const finding of findings) {
    const { title, reason, waysOut } = explain(finding);
    lines.push('', `  ${terminal.style('bold', said(title, words))} (${finding.rule})`);
    lines.push(`  ${said(reason, words)}`);
    for (const span of finding.spans) {
      lines.push(`    ${terminal.style('yellow', `“${spanned(text, span)}”`)}`);
    }
    for (const way of waysOut) lines.push(`  - ${said(way, words)}`);
  }
  if (rewrite !== undefined) {
    lines.push('', `  ${words.text('cli.better')}`);
    for (const line of rewrite.split('\n')) lines.push(`    ${terminal.style('green', line)}`);
  }
  return `${lines.join('\n')}\n`;
}

const verdictStyles = { pass: 'green', coach: 'yellow', block: 'red' } as const;

const spanned = (
  text: string,
  [, start, end]: Finding['spans'][number] | [FieldName, number, number],
) =>
  // A terminal isn't told by what a text says.
  text.slice(start, end).replace(/\p{Cc}+/gu, ' ');

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

const reasonOf = (error: NodeJS.ErrnoException): string =>
  error.code === 'ENOENT'
    ? 'there is no such file'
    : error.code === 'EISDIR'
      ? 'it is a folder'
      : (error.code ?? error.message);
