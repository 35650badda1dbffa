import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated, withDirectionsClosed, withoutLooseControls } from '../src/directions.ts';
import { messagesFor } from '../src/messages/messages.ts';
import type { View } from '../src/view.ts';

const [LRE, RLE, PDF, LRO, RLO] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069'];
const NOTHING = '\u200b';

const controlled = fc
  .array(
    fc.constantFrom(LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI, 'a', 'ب', ' ', '1', '\n', '\r\n'),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** Where the isolate that `text` opens with ends (Unicode's annex 9, BD9), in UTF-16 units. */
function endOfIsolate(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ([LRI, RLI, FSI].includes(text[at] as string)) depth++;
    else if (text[at] === PDI && --depth === 0) return at;
  }
  return -1;
}

describe('controls of direction in what members write', () => {
  it.each([
    ['an override that stays open', `${RLO}gnp.exe`, `${NOTHING}gnp.exe`],
    ['one that is closed', `${RLO}gnp${PDF}.exe`, `${RLO}gnp${PDF}.exe`],
    ['a closer that closes nothing', `a${PDI}b${PDF}c`, `a${NOTHING}b${NOTHING}c`],
    ['an isolate that stays open', `${RLI}a`, `${NOTHING}a`],
    ['an isolate that ends what is open in it', `${RLI}${RLO}a${PDI}b`, `${RLI}${RLO}a${PDI}b`],
    [
      'an embedding not closed from inside an isolate',
      `${RLE}${FSI}${PDF}${PDI}`,
      `${NOTHING}${FSI}${NOTHING}${PDI}`,
    ],
    ['closed in another line', `${RLO}a\nb${PDF}`, `${NOTHING}a\nb${NOTHING}`],
    ['text without any', 'مرحبا Tom', 'مرحبا Tom'],
  ])('%s', (_name, text, shown) => {
    expect(withoutLooseControls(text)).toBe(shown);
  });

  it('keep every place of the text, and nothing of it is loose', () => {
    fc.assert(
      fc.property(controlled, (text) => {
        const shown = withoutLooseControls(text);
        expect(shown.length).toBe(text.length);
        for (let at = 0; at < text.length; at++) expect([text[at], NOTHING]).toContain(shown[at]);
        expect(withoutLooseControls(shown)).toBe(shown);
      }),
    );
  });

  it('never end the isolate that they are put into before its end', () => {
    fc.assert(
      fc.property(controlled, (text) => {
        for (const line of isolated(text).split(/\r\n|\n/)) {
          if (line.startsWith(FSI as string)) expect(endOfIsolate(line)).toBe(line.length - 1);
          else expect(line).toMatch(/^[a1 ]*$/);
        }
      }),
    );
  });
});

describe('members’ words in a sentence', () => {
  const words = messagesFor('en');

  it('stand for themselves, whichever way they run', () => {
    expect(words.text('draft.target-outside', { name: 'ليلى (3)' })).toBe(
      `You would like to meet ${FSI}ليلى (3)${PDI}, who isn’t in this community.`,
    );
    expect(words.text('draft.target-team', { name: `${RLO}evil` })).toBe(
      `You would like to meet somebody from ${FSI}${NOTHING}evil${PDI}.`,
    );
    const name = { node: 'strong', text: `x${PDI}${RLO}` } as const;
    expect(words.rich('draft.target-team', { name })[1]).toEqual({
      node: 'strong',
      text: `${FSI}x${NOTHING}${NOTHING}${PDI}`,
    });
  });

  it('are left as they are when they can turn nothing around', () => {
    for (const name of ['Tom Okafor', 'Åsa 漢 👋', 'a\nb']) {
      expect(words.text('draft.target-words', { name })).toContain(`“${name}”`);
    }
    const member = { platform: 'slack', community: 'T1', user: 'U1' } as const;
    const helper = { node: 'mention', member } as const;
    expect(words.rich('sent.text', { helper })).toContain(helper);
  });

  it('of several lines stand for themselves in each', () => {
    expect(isolated('ب\nTom\n1 ب')).toBe(`${FSI}ب${PDI}\nTom\n${FSI}1 ب${PDI}`);
  });
});

it('a view leaves no direction open, in none of its texts', () => {
  const loose = `${RLO}x`;
  const content = [
    { node: 'plain', text: loose },
    { node: 'strong', text: loose },
    { node: 'link', url: 'https://x.example', text: loose },
  ] as const;
  const view: View = {
    summary: loose,
    blocks: [
      { node: 'heading', text: loose },
      { node: 'text', content: [...content] },
      { node: 'context', content: [...content] },
      { node: 'quote', text: loose, marks: [[0, 2]] },
      { node: 'list', items: [[...content]] },
      { node: 'table', head: [loose], rows: [[[...content]]] },
      { node: 'divider' },
    ],
  };
  const before = JSON.stringify(view);
  expect(JSON.stringify(withDirectionsClosed(view))).toBe(
    before.replaceAll(RLO as string, NOTHING),
  );
  expect(JSON.stringify(view)).toBe(before);
});
