import type { TextChannel } from 'discord.js';
import { expect, it } from 'vitest';
import { call, type Scene, startScene } from './bot.ts';

const general = async ({ client, discord }: Scene): Promise<TextChannel> =>
  (await client.channels.fetch(discord.channelIds.general!)) as TextChannel;

it('asks discord.js to wait, and it does', async () => {
  const scene = await startScene();
  const channel = await general(scene);
  scene.discord.fault({ fault: 'rate-limit', count: 1, retryAfter: 0.2, match: 'POST' });
  const startedAt = performance.now();
  await channel.send('Hello');
  expect(performance.now() - startedAt).toBeGreaterThan(190);
  scene.discord.fault({
    fault: 'rate-limit',
    count: 1,
    retryAfter: 1.5,
    match: '/channels/:id/messages',
  });
  const response = await fetch(`${scene.discord.url}/v10/channels/${channel.id}/messages`, {
    headers: { authorization: `Bot ${scene.discord.token}` },
  });
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('1.5');
  expect(await response.json()).toEqual({
    message: 'You are being rate limited.',
    retry_after: 1.5,
    global: false,
  });
});

it('carries out a call whose answer is lost; the same nonce then is no second message', async () => {
  const scene = await startScene();
  const channel = await general(scene);
  const message = { content: 'Only once', nonce: 'effect-1', enforceNonce: true };
  scene.discord.fault({ fault: 'drop-answer', count: 1 });
  await expect(channel.send(message)).rejects.toThrow();
  expect(scene.conversation('nadia', 'general').messages).toHaveLength(1);
  const again = await channel.send(message);
  expect(scene.conversation('nadia', 'general').messages).toMatchObject([{ id: again.id }]);
  await channel.send({ ...message, nonce: 'effect-2' });
  expect(scene.conversation('nadia', 'general').messages).toHaveLength(2);
  await channel.send({ ...message, enforceNonce: false });
  expect(scene.conversation('nadia', 'general').messages).toHaveLength(3);
});

it('fails as servers do', async () => {
  const scene = await startScene();
  const channel = await general(scene);
  scene.discord.fault({ fault: 'server-error', count: 1, match: 'POST /channels' });
  await expect(channel.send('Hello')).rejects.toMatchObject({ status: 500 });
  expect(scene.conversation('nadia', 'general').messages).toEqual([]);
  await channel.send('Hello');
});

it('says of what it does not speak that it is not there', async () => {
  const { discord } = await startScene();
  expect(await call(discord, 'GET', '/stage-instances')).toEqual({
    status: 404,
    body: { code: 0, message: '404: Not Found' },
  });
});
