import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewContext } from '../../src/etiquette/draft.ts';
import { draftSchema, reviewContextSchema } from '../../src/etiquette/draft.ts';
import { review } from '../../src/etiquette/review.ts';
import { relationships } from '../../src/relationships/relationship.ts';

const languageOf = (text: string): string => review(text).language;

const fishing = 'Who else do you know at the port?';
const forCousin = 'Could you refer my cousin to your boss?';

describe('what a review says', () => {
  test('a fine text passes', () => {
    expect(review('What time does the night shift start?')).toEqual({
      verdict: 'pass',
      language: 'en',
      findings: [],
    });
  });

  test('a plain text is a note, and strangers are assumed', () => {
    expect(review(fishing)).toEqual(
      review({ kind: 'ask', fields: { note: fishing } }, { relationship: 'cold' }),
    );
    const [finding, ...others] = review(fishing).findings;
    expect(finding).toMatchObject({
      rule: 'who-else',
      severity: 'block',
      data: { relationship: 'cold' },
    });
    expect(others).toEqual([]);
    expect(finding?.spans).toEqual([['note', 0, expect.any(Number)]]);
  });

  test('two rules at once are two findings, and the strongest decides', () => {
    const both = `Could you send my CV to everyone you know? ${forCousin}`;
    const { verdict, findings } = review(both, { relationship: 'established' });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['who-else', 'coach'],
      ['friend-of-friend', 'block'],
    ]);
    expect(verdict).toBe('block');
  });

  test('every field is read, and a span names its field', () => {
    const fields = { note: 'Thank you for your time.', opening: fishing, offer: forCousin };
    const { findings, rewrite } = review({ fields });
    expect(findings.map(({ spans }) => spans[0]?.[0])).toEqual(['opening', 'offer']);
    expect(rewrite).toBeUndefined();
  });

  test('marks whole clauses', () => {
    const typed = 'It was a lovely talk on Monday, who else do you know at the port?';
    const [span] = review(typed).findings[0]?.spans ?? [];
    expect(typed.slice(span?.[1], span?.[2])).toBe('who else do you know at the port');
  });

  test('spans are in UTF-16 units of the text as typed', () => {
    const typed = `👩🏽‍🚀👋 Hello! W\u200bho  ELSE dо you know in Ｔurku? 🙏`;
    const [span] = review(typed).findings[0]?.spans ?? [];
    expect(typed.slice(span?.[1], span?.[2])).toMatch(/^W\u200bho {2}ELSE dо you know/);
  });

  test('everything that is carried is reviewed, whatever it is for', () => {
    for (const kind of ['ask', 'question', 'reminder', 'thanks', 'permission'] as const) {
      expect(review({ kind, fields: { note: fishing } }).verdict).toBe('block');
    }
  });
});

describe('what an organiser made of a rule', () => {
  test.each([
    ['off', 'pass', 0],
    ['note', 'pass', 1],
    ['coach', 'coach', 1],
    ['block', 'block', 1],
  ] as const)('%s', (setting, verdict, findings) => {
    const done = review(fishing, { relationship: 'established' }, { 'who-else': setting });
    expect([done.verdict, done.findings.length]).toEqual([verdict, findings]);
  });

  test('a rule that is off doesn’t ask for a rewrite either', () => {
    expect(review(fishing, {}, { 'who-else': 'off' }).rewrite).toBeUndefined();
  });
});

describe('a team at a firm that the helper offers', () => {
  const ask = 'Could you introduce me to your team at Kone Turbines?';
  test('may be asked for', () => {
    expect(review(ask).verdict).toBe('block');
    expect(review(ask, { about: { offeredCompanies: ['KONE turbines'] } }).verdict).toBe('pass');
    expect(review(ask, { about: { offeredCompanies: ['Arup'] } }).verdict).toBe('block');
  });
});

describe('the rewrite', () => {
  const about = { field: 'dialysis nursing' };

  test('is the whole note, the rest as typed', () => {
    const note = `Dear Ms Osei,\n\nI'm Ana, a nurse. ${fishing} I have a B2 licence.\n\n– Ana`;
    expect(review(note, { relationship: 'cold', about }).rewrite).toBe(
      "Dear Ms Osei,\n\nI'm Ana, a nurse. I'm really interested in getting into dialysis nursing. Could I ask you for twenty minutes about your own work and how you came to it? I have a B2 licence.\n\n– Ana",
    );
  });

  test('takes along what only goes on with the ask', () => {
    const { rewrite } = review(`${fishing} Any names would help. I have been a welder since 2014.`);
    expect(rewrite).not.toContain('names');
    expect(rewrite).toContain('I have been a welder since 2014.');
  });

  test('keeps the greeting in front of the sentence', () => {
    expect(review(`Hi Sam, ${fishing.toLowerCase()}`).rewrite).toMatch(/^Hi Sam, could I ask you/);
  });

  test('is bounded where the two know each other', () => {
    expect(review(fishing, { relationship: 'established', about }).rewrite).toBe(
      "I'm really interested in getting into dialysis nursing, but I don't know many people there yet. Is there one person you'd suggest I talk to?",
    );
  });

  test('lets the friend ask themselves', () => {
    const note = `Thanks for the tips. ${forCousin}`;
    expect(review(note, { relationship: 'established' }).rewrite).toBe(
      'Thanks for the tips. I think they should ask you about this directly, if that suits you.',
    );
  });

  test('says nothing that isn’t known, and does without what would be flagged itself', () => {
    expect(review(fishing).rewrite).toBe(
      'Could I ask you for twenty minutes about your own work and how you came to it?',
    );
    expect(review(fishing, { about: { field: 'whatever. Who do you know there?' } }).rewrite).toBe(
      'Could I ask you for twenty minutes about your own work and how you came to it?',
    );
  });

  test('passes in the same context, whatever the form knows', () => {
    const known: ReviewContext['about'][] = [
      undefined,
      { field: 'bookbinding' },
      { role: 'site manager in the rail team' },
      { company: 'Brandt & Söhne' },
      { field: 'your network', role: 'people', company: 'anyone' },
    ];
    for (const relationship of relationships) {
      for (const given of known) {
        for (const note of [
          fishing,
          forCousin,
          `${fishing} ${forCousin}`,
          `${forCousin}\n${fishing}`,
        ]) {
          const { rewrite } = review(note, { relationship, about: given });
          const again = review(rewrite ?? fishing, { relationship, about: given });
          expect([rewrite, again.findings]).toEqual([rewrite, []]);
        }
      }
    }
  });
});

describe('the language', () => {
  test.each([
    'Thanks!',
    'who do you know in hvac',
    'any contacts in hvac?',
    'Know any foremen?',
    'hire my cousin pls',
    'OK, thank you so much 🙏🙏',
    '内推 please, can you refer me for the nurse job?',
  ])('English: %s', (text) => {
    expect(languageOf(text)).toBe('en');
  });

  test.each([
    ['de', 'Wen kennen Sie denn sonst noch so bei der Bahn?'],
    ['fi', 'Kuka muu olisi kiitettävä? Haluan lähettää kaikille kortin.'],
    ['zh-Hans', '您人脉这么广，随便推几个人给我吧。'],
    ['zh-Hant', '您人脈這麼廣，隨便推幾個人給我吧。'],
    ['zh-Hans', '我想申请这个 job，可以吗'],
    ['ar', 'ابن خالتي مهندس، ممكن توظفه عندكم؟'],
    ['es', '¿A quién más conoces en el puerto?'],
    ['fr', 'Qui d’autre connais-tu dans le métier ?'],
    ['pt', 'Quem mais você conhece no porto?'],
    ['hi', 'क्या यह पद अभी खाली है?'],
    ['hi', 'Kya yeh post abhi khali hai bhai?'],
    ['ja', 'この募集はまだありますか。'],
    ['tr', 'Bu ilan hâlâ açık mı?'],
    ['pl', 'Kogo jeszcze znasz w porcie?'],
    ['id', 'siapa lagi yang kamu kenal di pelabuhan?'],
    ['ko', '이 자리 아직 열려 있나요?'],
  ])('%s: %s', (tag, text) => {
    expect(languageOf(text)).toBe(tag);
  });

  test('the one that is given', () => {
    expect(review('Hotel', { language: 'de-AT' }).language).toBe('de');
    expect(review('Hotel', { language: 'sv' }).language).toBe('und');
  });

  test.each([
    '',
    '👍👍',
    '12345',
    'Vem mer känner du i hamnen?',
    'Кого ещё вы знаете в порту?',
    'Chi altro conosci al porto?',
    'Wie ken je nog meer in de haven?',
    'Ποιον άλλο ξέρεις στο λιμάνι;',
    'את מי עוד אתה מכיר בנמל?',
    'คุณรู้จักใครอีกบ้างที่ท่าเรือ',
    'چه کسی را در بندر می شناسید؟',
    'آپ بندرگاہ میں اور کس کو جانتے ہیں؟',
  ])('none that the rules know: %s', (text) => {
    expect(review(text)).toEqual({ verdict: 'pass', language: 'und', findings: [] });
  });
});

describe('any input', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom(
          ...'who else do you know could introduce me to your friends my cousin he him please . ? ! , \n " \ud800 \u200b 1 a one some of them contacts pass'.split(
            ' ',
          ),
        ),
        { maxLength: 80 },
      )
      .map((words) => words.join(' ')),
  );

  test('gets an answer: sound spans, no exception, twice the same', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...relationships), (note, relationship) => {
        const done = review(note, { relationship });
        for (const { spans } of done.findings) {
          expect(spans.length).toBeGreaterThan(0);
          let before = -1;
          for (const [, start, end] of spans) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(note.length);
            before = end;
          }
        }
        if (done.rewrite !== undefined) {
          expect(review(done.rewrite, { relationship }).findings).toEqual([]);
        }
        expect(review(note, { relationship })).toEqual(done);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['one long word', 'a'],
    ['letters', 'w h o '],
    ['questions', 'Who else do you know? '],
    ['one endless sentence', 'who else do you know '],
    ['requests', 'could you '],
    ['friends', 'my friend could you help him '],
    ['digits', 'a1'],
    ['line breaks', '\n'],
    ['quotes', '"'],
    ['sentence ends', '. '],
    ['ligatures that stand for a sentence', '\ufdfa'],
    ['surrogates', '\ud800'],
  ])('takes time in proportion to it: %s', (_name, unit) => {
    const spent = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const before = process.cpuUsage();
      review(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    spent(20_000);
    // Quadratic time would be 64 times as much, and take minutes for a megabyte.
    expect(spent(160_000)).toBeLessThan(24 * Math.max(spent(20_000), 10));
  });

  test('a megabyte', () => {
    expect(review('Who else do you know? '.repeat(47_000)).verdict).toBe('block');
  });
});

test('the schemas fill in what is not said', () => {
  expect(draftSchema.parse({ fields: { note: 'x' } })).toEqual({
    kind: 'ask',
    fields: { note: 'x' },
  });
  expect(reviewContextSchema.parse({})).toEqual({ relationship: 'cold' });
  expect(draftSchema.safeParse({ fields: {} }).success).toBe(false);
});
