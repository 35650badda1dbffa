import { describe, expect, it } from 'vitest';
import { limits } from '../../../adapters/slack/limits.ts';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { commands, messageActions } from '../../../src/commands.ts';

const requestUrl = 'https://goodword.example/slack/events';

describe('the manifest', () => {
  it('for Socket Mode', () =>
    expect(`${JSON.stringify(slackManifest({ mode: 'socket' }), null, 2)}\n`).toMatchFileSnapshot(
      './rendered/manifest-socket.golden.json',
    ));

  it('for HTTP', () =>
    expect(
      `${JSON.stringify(slackManifest({ mode: 'http', requestUrl }), null, 2)}\n`,
    ).toMatchFileSnapshot('./rendered/manifest-http.golden.json'));

  it('names every command once and reads no messages', () => {
    const manifest = JSON.stringify(slackManifest({ mode: 'socket' }));
    for (const { name } of commands) {
      expect(manifest.split(`"/${name}"`)).toHaveLength(2);
    }
    expect(manifest).not.toMatch(/history|"message\.|admin|:write\.public/);
  });

  it('is within what Slack takes', () => {
    const manifest = slackManifest({ mode: 'socket' }) as {
      display_information: { name: string; description: string };
    };
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(limits.appName);
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(
      limits.appDescription,
    );
    for (const { description, usage } of commands) {
      expect(description.length).toBeLessThanOrEqual(limits.commandDescription);
      expect(usage.length).toBeLessThanOrEqual(limits.commandUsage);
    }
    expect(messageActions.length).toBeLessThanOrEqual(limits.shortcuts);
    for (const { id, name, description } of messageActions) {
      expect(id.length).toBeLessThanOrEqual(limits.shortcutCallbackId);
      expect(name.length).toBeLessThanOrEqual(limits.shortcutName);
      expect(description.length).toBeLessThanOrEqual(limits.shortcutDescription);
    }
  });

  it('asks for an address that Slack can reach', () => {
    expect(() => slackManifest({ mode: 'http' })).toThrow('https://');
    expect(() => slackManifest({ mode: 'http', requestUrl: 'http://x.example' })).toThrow('https');
  });
});
