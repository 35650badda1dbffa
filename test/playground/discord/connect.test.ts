import { afterEach, expect, it } from 'vitest';
import { type Harness, startHarness } from './bot.ts';

let harness: Harness | undefined;
afterEach(() => harness?.stop());

it('logs the real discord.js in', async () => {
  harness = await startHarness();
  const { client, discord } = harness;
  expect(client.user.id).toBe(discord.applicationId);
  expect(client.guilds.cache.get(discord.guildId)?.name).toBe('Harbour Job Seekers');
  await client.application.commands.set([{ name: 'hello', description: 'Say hello' }]);
  harness.onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: 64 });
    await interaction.editReply('Hello **there**');
  });
  const acted = await discord.act('nadia', { do: 'command', text: '/hello' });
  expect(acted).toMatchObject({ ok: true });
});
