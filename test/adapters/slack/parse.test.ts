import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Parsed, parse } from '../../../adapters/slack/parse.ts';
import type { Request } from '../../../src/intent.ts';

const folder = new URL('./payloads/', import.meta.url);
const payload = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

const ask = '019b0000-0000-7000-8000-000000000001';
const tom = 'U02TOM0042';
const leila = 'U03LEILA42';

/** Recorded payload → what is asked; `stale`: a button or form of before; `nothing`: nobody asked for anything. */
const table: Record<string, Request | 'stale' | 'nothing'> = {
  'command-ask-intro': { type: 'ask-intro' },
  'command-ask-intro-helper': { type: 'ask-intro', helper: tom },
  'command-ask-intro-both': { type: 'ask-intro', helper: tom, target: { user: leila } },
  'command-ask-intro-words': {
    type: 'ask-intro',
    helper: tom,
    target: { text: 'somebody in R&D at <Acme>, see https://acme.example/jobs or #general' },
  },
  'command-ask-intro-words-only': { type: 'ask-intro', target: { text: 'the data team at Acme' } },
  // Slack didn't know "@tomm": Leila is no helper because of that.
  'command-ask-intro-unresolved': { type: 'ask-intro', target: { text: '@tomm @leila' } },
  'command-ask-intro-words-about-mention': {
    type: 'ask-intro',
    helper: tom,
    target: { text: "someone in @leila's team" },
  },
  'command-ask-intro-help': { type: 'help', command: 'ask-intro' },
  'command-thank': { type: 'thank' },
  'command-thank-helper': { type: 'thank', helper: tom, spoken: 'for the introduction' },
  'command-thank-unresolved': { type: 'thank', spoken: '@tomm' },
  'command-thank-name': { type: 'thank', spoken: 'Tom Okafor' },
  'command-thank-words': { type: 'thank', helper: tom, spoken: 'for the talk & the tea' },
  'command-helpers': { type: 'helpers' },
  'command-goodword': { type: 'goodword' },
  'command-goodword-help': { type: 'help', command: 'goodword' },
  'command-unknown': 'nothing',
  'action-introduce': { type: 'introduce', ask },
  'action-ephemeral': { type: 'board', period: 'month' },
  'action-pick-member': { type: 'pick-helper', ask, choice: leila },
  'action-pick-option': { type: 'pick-target', ask, choice: leila },
  'action-emptied-select': 'nothing',
  'action-link': 'nothing',
  'action-stale-button': 'stale',
  'action-damaged-button': 'stale',
  'action-stale-select': 'stale',
  'action-in-modal': { type: 'send-as-is', ask },
  'action-in-home': { type: 'board', period: 'week' },
  'submission-full': {
    type: 'send-ask',
    ask,
    helper: tom,
    target: 'd',
    values: {
      purpose: 'team',
      note: 'Hello <!channel>, مرحبا 👋\n- one & two',
      until: '2026-04-01',
      who: leila,
    },
  },
  'submission-without-note': 'stale',
  'submission-of-another-workspace-member': {
    type: 'send-ask',
    ask,
    helper: tom,
    target: 'd',
    values: {
      purpose: 'team',
      note: 'Hello <!channel>, مرحبا 👋\n- one & two',
      until: '2026-04-01',
      who: leila,
    },
  },
  'event-home-opened': { type: 'goodword' },
  'event-messages-opened': 'nothing',
};

const found = (parsed: Parsed | undefined) => {
  if (!parsed) return 'nothing';
  return 'stale' in parsed ? 'stale' : parsed.intent.request;
};

describe('payloads', () => {
  it.each(Object.entries(table))('%s', (name, expected) => {
    expect(found(parse(payload(name)))).toEqual(expected);
  });

  it('are all in the table', () => {
    const names = readdirSync(folder).map((file) => file.replace('.json', ''));
    expect(names.sort()).toEqual(Object.keys(table).sort());
  });

  it('that make no sense ask for nothing', () => {
    for (const odd of [undefined, null, 7, 'text', [], {}, { type: 'block_actions' }]) {
      expect(parse(odd)).toBeUndefined();
    }
    expect(parse({ type: 'view_submission', view: { id: 'V1' } })).toBeUndefined();
  });
});

describe('who, where and which', () => {
  it('of a command', () => {
    expect(parse(payload('command-goodword'))).toEqual({
      intent: {
        request: { type: 'goodword' },
        by: { platform: 'slack', community: 'T019H7K2Q', user: 'U01NADIA42' },
        dedupeKey: '1388105719492.1379717998065.9bc163894734c1f415a2c504e81dec91',
      },
      surface: {
        on: 'command',
        by: { platform: 'slack', community: 'T019H7K2Q', user: 'U01NADIA42' },
        trigger: '1388105719492.1379717998065.9bc163894734c1f415a2c504e81dec91',
        responseUrl: 'https://hooks.slack.com/commands/T019H7K2Q/1234567890123/4g8RZ1pBqL',
        channel: 'C04GENERAL1',
      },
    });
  });

  it('of a press in a DM, in an ephemeral message, in a modal, in the Home tab', () => {
    expect(parse(payload('action-introduce'))?.surface).toMatchObject({
      on: 'message',
      ts: '1772442000.015400',
      ephemeral: false,
      channel: 'D01ACC2E8S3',
      responseUrl: expect.stringContaining('/actions/'),
    });
    expect(parse(payload('action-ephemeral'))?.surface).toMatchObject({
      on: 'message',
      ephemeral: true,
      channel: 'C04GENERAL1',
    });
    expect(parse(payload('action-in-modal'))?.surface).toMatchObject({
      on: 'modal',
      view: 'V01CWD2UB2R',
      channel: 'C04GENERAL1',
      responseUrl: expect.stringContaining('/commands/'),
    });
    expect(parse(payload('action-in-home'))?.surface).toMatchObject({ on: 'home' });
  });

  it('of a form: the key is the view as it was sent, the community the one with the app', () => {
    const parsed = parse(payload('submission-full'));
    expect(parsed && 'intent' in parsed && parsed.intent.dedupeKey).toBe(
      'V01CWD2UB2R:1772442030.R7x0ZcZT',
    );
    const guest = parse(payload('submission-of-another-workspace-member'));
    expect(guest?.surface.by).toEqual({
      platform: 'slack',
      community: 'T019H7K2Q',
      user: 'U09GUEST01',
    });
  });
});
