import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { forwardableNote } from '../../src/introductions/note.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { createTown, formOf, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run a night desk for six years. Your talk on shift planning is why I write.';
const words = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' } as const;
const profile = {
  headline: 'Freight dispatcher, six years of nights',
  skills: 'Rotas, customs papers',
  aims: 'Harbour dispatcher at the port',
  resume: 'cv.example.com/nadia',
};

describe('the networking profile', () => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown('pglite');
  });
  afterAll(() => town.stop());

  let runs = 0;
  let seeker: string;
  let helper: string;
  let target: string;
  beforeEach(async () => {
    runs += 1;
    [seeker, helper, target] = [`seeker-${runs}`, `helper-${runs}`, `target-${runs}`];
    for (const name of [seeker, helper, target]) town.joins(name);
    await town.morning();
  });
  const asks = (more: Request = { type: 'ask-intro', helper, target: { user: target } }) =>
    town.fills(seeker, more, words);
  const page = async () => viewOf((await town.does(seeker, { type: 'networking-profile' })).reply);

  it('is written once, shown as others read it, and removed', async () => {
    expect(textOf(await page())).toContain('A few lines about you, written once.');
    const written = viewOf(await town.fills(seeker, pressOf(await page(), 'Write it'), profile));
    expect(textOf(written)).toContain('Who they are: Freight dispatcher, six years of nights');
    expect(JSON.stringify(written)).toContain('"url":"https://cv.example.com/nadia"');
    const edit = formOf((await town.does(seeker, pressOf(written, 'Edit'))).reply);
    expect(edit.fields.find(({ id }) => id === 'aims')?.value).toBe(profile.aims);
    await town.does(seeker, pressOf(written, 'Remove it'));
    expect(textOf(await page())).toContain('[Write it]');
  });

  it('names every answer that is wrong, and keeps what was typed', async () => {
    const reply = await town.fills(
      seeker,
      { type: 'edit-profile' },
      {
        headline: '\u200b',
        skills: 'x'.repeat(401),
        resume: 'not a link',
      },
    );
    if (reply.reply !== 'errors') throw new Error('no errors');
    expect(Object.keys(reply.errors).sort()).toEqual(['headline', 'resume', 'skills']);
    expect(reply.form.fields.find(({ id }) => id === 'resume')?.value).toBe('not a link');
  });

  it('goes with the ask: to the helper, to the target who is asked, and into the introduction', async () => {
    const without = viewOf(await asks());
    expect(textOf(without)).toContain('A one-page profile lets your helper decide');
    await town.does(helper, pressOf(town.latest(helper), 'No'));
    await town.fills(seeker, { type: 'edit-profile' }, profile);
    await town.days(40);
    await town.morning();
    const sent = viewOf(await asks());
    expect(textOf(sent)).not.toContain('one-page profile');
    expect(textOf(town.latest(helper))).toContain('Skills: Rotas, customs papers');
    await town.does(helper, pressOf(town.latest(helper), 'I’ll introduce you'));
    const consent = town.latest(target);
    expect(textOf(consent)).toContain('Aims for: Harbour dispatcher at the port');
    await town.does(target, pressOf(consent, 'Yes, introduce us'));
    expect(textOf(town.latest(seeker))).toContain('Who they are: Freight dispatcher');
  });

  it('is looked over, and stays under a consent as it was shown', async () => {
    const held = await town.fills(
      seeker,
      { type: 'edit-profile' },
      {
        headline: 'You owe me this after all I did, so who else do you know? Answer today or else',
      },
    );
    expect(textOf(viewOf(held))).toContain('You owe me this');
    expect(textOf(await page())).toContain('[Write it]');
    await town.fills(seeker, { type: 'edit-profile' }, profile);
    await asks();
    await town.does(helper, pressOf(town.latest(helper), 'I’ll introduce you'));
    const consent = town.latest(target);
    await town.fills(seeker, { type: 'edit-profile' }, { headline: 'I sell insurance now' });
    await town.does(target, pressOf(consent, 'Yes, introduce us'));
    expect(textOf(town.latest(seeker))).toContain('Freight dispatcher, six years of nights');
    expect(textOf(town.latest(seeker))).not.toContain('insurance');
  });

  it('stands in the note to forward, which opens as an e-mail', async () => {
    await town.fills(seeker, { type: 'edit-profile' }, profile);
    const card = viewOf(
      (await town.does(seeker, { type: 'ask-intro', helper, target: { text: 'Karim Saleh' } }))
        .reply,
    );
    await town.fills(seeker, pressOf(card, 'Someone outside'), { name: 'Karim Saleh' });
    const mine = viewOf((await town.does(seeker, { type: 'my-asks' })).reply);
    expect(textOf(mine)).toContain('Nothing of yours is open.');
    const aimed = viewOf(
      await town.fills(seeker, pressOf(card, 'Someone outside'), { name: 'Karim Saleh' }),
    );
    await town.fills(seeker, pressOf(aimed, 'Write the ask'), words);
    await town.does(helper, pressOf(town.latest(helper), 'I’ll introduce you'));
    const offered = town.latest(helper);
    expect(textOf(offered)).toContain('In short: Freight dispatcher, six years of nights.');
    expect(textOf(offered)).toContain('My résumé: https://cv.example.com/nadia');
    const link = /"url":"(mailto:[^"]+)"/.exec(JSON.stringify(offered))?.[1] ?? '';
    expect(decodeURIComponent(link)).toContain(`body=Hello, my name is ${seeker}.`);
  });

  it('the note keeps to 120 words, and no word of the seeker’s is cut', () => {
    const long = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ');
    const said = forwardableNote('Nadia', { ...words, note: long }, messagesFor(), {
      user: 'nadia',
      headline: 'Freight dispatcher with a long line about six years of nights at a depot',
    });
    expect(said.split(/\s+/).length).toBeLessThanOrEqual(120);
    expect(said).not.toContain('word0');
    expect(said).toContain('Freight dispatcher');
  });
});
