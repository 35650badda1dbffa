import type { APIInteractionDataResolved } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { named, namedByLookup } from '../../../adapters/discord/spoken.ts';

const resolved = {
  users: {
    '10': { id: '10', username: 'leila', global_name: 'Leila Haidari' },
    '11': { id: '11', username: 'aiko', global_name: null },
    '12': { id: '12', username: 'tom', global_name: 'Tom Okafor' },
  },
  members: { '12': { nick: 'Tom' } },
  roles: { '20': { id: '20', name: 'Mentors' } },
  channels: { '30': { id: '30', name: 'logistics' } },
} as unknown as APIInteractionDataResolved;

describe('what a member typed, by names', () => {
  it.each([
    ['a friend of <@10>', 'a friend of Leila Haidari'],
    ['<@!11> or <@12>', 'aiko or Tom'],
    ['the <@&20> from <#30>', 'the Mentors from #logistics'],
    ['<:wave:40> <a:dance:41> </ask-intro:42>', ':wave: :dance: /ask-intro'],
    ['a <b> of <@> and 3 < 4', 'a <b> of <@> and 3 < 4'],
    ['a friend of <@99>', 'a friend of <@99>'],
  ])('%s', (text, said) => expect(named(text, resolved)).toBe(said));

  it('asks for the names that Discord did not give', async () => {
    const asked: string[] = [];
    const lookup = async (user: string) => {
      asked.push(user);
      return user === '10' ? 'Leila Haidari' : undefined;
    };
    const unknown = { person: 'somebody', place: 'a channel' };
    const said = await namedByLookup('<@10>, <@!10>, <@99>, <@&20>, <#30>', lookup, unknown);
    expect(said).toBe('Leila Haidari, Leila Haidari, somebody, somebody, a channel');
    expect(asked).toEqual(['10', '99']);
  });
});
