import { readdirSync, readFileSync } from 'node:fs';
import type { APIInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type Action, parseInteraction } from '../../../adapters/discord/parse.ts';
import type { Request } from '../../../src/intent.ts';

const folder = new URL('./payloads/', import.meta.url);
const payload = (name: string): APIInteraction =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

const community = '1180000000000000001';
const nadia = '1180000000000000101';
const tom = '1180000000000000102';
const leila = '1180000000000000104';
const ask = '0198c0de-7abc-7def-8123-456789abcdef';

type Asked = {
  from: 'command' | 'component' | 'modal';
  by: string;
  request: Request;
  locale?: string;
};
const asked: Record<string, Asked> = {
  'ask-intro-bare': { from: 'command', by: nadia, request: { type: 'ask-intro' } },
  'ask-intro-members': {
    from: 'command',
    by: nadia,
    request: { type: 'ask-intro', helper: tom, target: { user: leila } },
  },
  'ask-intro-words': {
    from: 'command',
    by: nadia,
    request: {
      type: 'ask-intro',
      helper: tom,
      target: { text: 'the infrastructure team, not Leila H' },
    },
    locale: 'de',
  },
  'thank-helper': { from: 'command', by: nadia, request: { type: 'thank', helper: tom } },
  helpers: { from: 'command', by: nadia, request: { type: 'helpers' } },
  goodword: { from: 'command', by: nadia, request: { type: 'goodword' } },
  'button-in-dm': { from: 'component', by: tom, request: { type: 'introduce', ask } },
  'button-in-channel': { from: 'component', by: nadia, request: { type: 'send-as-is', ask } },
  'user-select': {
    from: 'component',
    by: nadia,
    request: { type: 'pick-helper', ask, choice: tom },
  },
  'string-select': {
    from: 'component',
    by: nadia,
    request: { type: 'pick-target', ask, choice: leila },
  },
  'modal-ask': {
    from: 'modal',
    by: nadia,
    request: {
      type: 'send-ask',
      ask,
      helper: tom,
      target: `m:${leila}`,
      values: {
        purpose: 'learn',
        opening: 'Platform engineer, Northwind',
        note: 'Hello Tom,\nI’d love to hear how you moved from support.\n',
      },
    },
  },
  'modal-settings': {
    from: 'modal',
    by: nadia,
    request: {
      type: 'send-settings',
      values: { channel: '1180000000000000021', timeZone: 'Europe/Helsinki' },
    },
  },
  'modal-who-in-dm': {
    from: 'modal',
    by: tom,
    request: { type: 'send-who', ask, values: { name: 'Ines Duarte' } },
  },
};

const others: Record<string, Action | undefined> = {
  'autocomplete-target': {
    action: 'suggest',
    query: {
      command: 'ask-intro',
      option: 'target',
      text: 'Lei',
      by: { platform: 'discord', community, user: nadia },
    },
  },
  'gone-command': { action: 'stale' },
  'button-of-another-server': { action: 'stale' },
  'button-unreadable': { action: 'stale' },
  ping: undefined,
};

describe('interactions as the gateway sends them', () => {
  it.each(Object.entries(asked))('%s', (name, { from, by, request, locale }) => {
    const interaction = payload(name);
    expect(parseInteraction(interaction)).toEqual({
      action: 'ask',
      from,
      intent: {
        request,
        by: { platform: 'discord', community, user: by },
        dedupeKey: interaction.id,
        locale: locale ?? 'en-GB',
      },
    });
  });

  it.each(Object.entries(others))('%s', (name, action) => {
    expect(parseInteraction(payload(name))).toEqual(action);
  });

  it('covers every recorded payload', () => {
    const recorded = readdirSync(folder).map((file) => file.replace('.json', ''));
    expect(recorded.sort()).toEqual([...Object.keys(asked), ...Object.keys(others)].sort());
  });

  it('takes a button without its server only in a DM', () => {
    const dm = payload('button-in-dm');
    const elsewhere = { ...dm, guild_id: '1180000000000000009' } as APIInteraction;
    expect(parseInteraction(elsewhere)).toEqual({ action: 'stale' });
  });
});
