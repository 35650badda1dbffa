import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { buttonsOf, createTown, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run the night desk at a freight depot for six years. Would you introduce me?';
const words = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };

describe('bad input gets a plain sentence and loses nothing', () => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown('pglite');
  });
  afterAll(() => town.stop());

  const start = (helper: string, target = 'leila') =>
    town.does('nadia', { type: 'ask-intro', helper, target: { user: target } });

  it.each([
    ['oneself', 'nadia', 'leila', 'That is you.'],
    ['a bot', 'polly', 'leila', 'is a bot'],
    ['nobody', 'ghost', 'leila', 'isn’t in this community'],
    ['oneself as target', 'tom', 'nadia', 'That is you.'],
    ['a bot as target', 'tom', 'polly', 'is a bot'],
    ['nobody as target', 'tom', 'ghost', 'isn’t in this community'],
  ])('%s is refused before anything is written', async (_name, helper, target, sentence) => {
    const { reply } = await start(helper, target);
    expect(textOf(viewOf(reply))).toContain(sentence);
    expect(JSON.stringify(viewOf(reply))).toContain('"select"');
  });

  it('a helper who left while the form was open: the text is kept for the next one', async () => {
    const { reply } = await start('tom');
    if (reply.reply !== 'form') throw new Error('no form');
    const tom = town.people.get('tom');
    town.people.delete('tom');
    const sent = await town.does('nadia', { ...reply.form.send, values: words } as Request);
    if (tom) town.people.set('tom', tom);
    const card = viewOf(sent.reply);
    expect(textOf(card)).toContain('has left');
    const ask = (reply.form.send as { ask: string }).ask;
    const chosen = await town.does('nadia', { type: 'pick-helper', ask, choice: 'tom' });
    const write = await town.does('nadia', pressOf(viewOf(chosen.reply), 'Write the ask'));
    if (write.reply.reply !== 'form') throw new Error('no form');
    expect(write.reply.form.fields.find(({ id }) => id === 'note')?.value).toBe(note);
  });

  it.each([
    [
      'missing fields',
      { note },
      ['What is it for?', 'The opening or field', 'Please fill this in.'],
    ],
    ['an over-long note', { ...words, note: 'a'.repeat(1501) }, ['1,500', '1,501']],
    ['a choice that isn’t there', { ...words, purpose: 'spy' }, ['choose one of the options']],
  ])('%s: each is named, the text is kept', async (_name, values, expected) => {
    const { reply } = await start('tom');
    if (reply.reply !== 'form') throw new Error('no form');
    const sent = await town.does('nadia', { ...reply.form.send, values } as Request);
    const view = viewOf(sent.reply);
    for (const text of expected) expect(textOf(view)).toContain(text);
    const edit = await town.does('nadia', pressOf(view, 'Edit'));
    if (edit.reply.reply !== 'form') throw new Error('no form');
    const kept = edit.reply.form.fields.find(({ id }) => id === 'note')?.value;
    expect(kept).toBe('note' in values ? values.note : '');
  });

  it('somebody else’s draft is not to be touched', async () => {
    const { reply } = await town.does('nadia', { type: 'ask-intro', helper: 'tom' });
    const [write] = buttonsOf(viewOf(reply)).map(({ press }) => press);
    const ask = (write as { ask: string }).ask;
    for (const request of [
      { type: 'discard', ask },
      { type: 'write-ask', ask },
      { type: 'pick-helper', ask, choice: 'aiko' },
    ] as Request[]) {
      const answer = await town.does('aiko', request);
      expect(textOf(viewOf(answer.reply))).toContain('isn’t yours');
    }
  });

  it('a draft that was discarded is gone, and says so', async () => {
    const { reply } = await town.does('nadia', { type: 'ask-intro', helper: 'tom' });
    const discard = pressOf(viewOf(reply), 'Discard');
    await town.does('nadia', discard);
    const again = await town.does('nadia', discard);
    expect(textOf(viewOf(again.reply))).toContain('isn’t here any more');
  });

  it('an ask that never was', async () => {
    const ask = '01890a5d-ac96-774b-bcce-b302099a8057';
    for (const type of ['introduce', 'consent', 'give-info', 'write-ask', 'decline'] as const) {
      const answer = await town.does('tom', { type, ask });
      expect(textOf(viewOf(answer.reply))).toMatch(/isn’t here any more/);
    }
  });

  it('two helpers’ presses at once: one counts', async () => {
    const { reply } = await start('aiko');
    if (reply.reply !== 'form') throw new Error('no form');
    await town.does('nadia', { ...reply.form.send, values: words } as Request);
    const card = town.latest('aiko');
    const answers = await Promise.all([
      town.does('aiko', pressOf(card, 'You may mention my name')),
      town.does('aiko', pressOf(card, 'No')),
    ]);
    expect(answers.map(({ reply: { reply } }) => reply).sort()).toEqual(['message', 'update']);
  });

  it('keeps to one open ask between the same two', async () => {
    const first = await start('leila', 'aiko');
    if (first.reply.reply !== 'form') throw new Error('no form');
    await town.does('nadia', { ...first.reply.form.send, values: words } as Request);
    const second = await start('leila', 'tom');
    if (second.reply.reply !== 'form') throw new Error('no form');
    const told = await town.does('nadia', { ...second.reply.form.send, values: words } as Request);
    expect(textOf(viewOf(told.reply))).toContain('is open since March');
    const labels = buttonsOf(viewOf(told.reply)).map(({ label }) => label);
    expect(labels).toEqual(['Edit', 'Discard', 'Add a question']);
  });

  it('thanks to oneself, a bot or nobody', async () => {
    for (const [helper, sentence] of [
      ['nadia', 'Thanking yourself'],
      ['polly', 'is a bot'],
      ['ghost', 'isn’t in this community'],
    ] as const) {
      const { reply } = await town.does('nadia', { type: 'thank', helper });
      expect(textOf(viewOf(reply))).toContain(sentence);
    }
  });

  it('settings are the organisers’', async () => {
    const { reply } = await town.does('nadia', { type: 'settings' });
    expect(textOf(viewOf(reply))).toContain('Only organisers');
    const wrong = await town.does('jonas', {
      type: 'send-settings',
      values: { timeZone: 'Mars/Olympus' },
    });
    expect(wrong.reply).toMatchObject({ reply: 'errors' });
  });
});
