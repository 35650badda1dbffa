import { expect, it } from 'vitest';
import { discordCommands, sameCommands } from '../../../adapters/discord/registration.ts';

it('registers the one list of commands', async () => {
  const json = `${JSON.stringify(discordCommands(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('golden/commands.golden.json');
});

it('takes translations of commands and options', () => {
  const [command] = discordCommands({
    localize: (key) =>
      key === 'ask-intro.helper' ? { description: { de: 'Wen du fragst' } } : undefined,
  });
  expect(command).toMatchObject({
    options: [{ description_localizations: { de: 'Wen du fragst' } }, {}],
  });
});

it('translates the name of a message action', () => {
  const translated = discordCommands({
    localize: (key) => (key === 'message.check-ask' ? { name: { de: 'Bitte prüfen' } } : undefined),
  });
  expect(translated).toContainEqual(
    expect.objectContaining({ type: 3, name_localizations: { de: 'Bitte prüfen' } }),
  );
});

it('leaves out for one server what only global commands may say', () => {
  for (const command of discordCommands({ scope: 'guild' })) {
    expect(command).not.toHaveProperty('contexts');
    expect(command).not.toHaveProperty('integration_types');
  }
});

it('knows its own commands again as Discord gives them back', () => {
  const ours = discordCommands();
  // Discord adds fields of its own, leaves defaults out and keeps no order.
  const theirs = ours
    .map((command) => {
      const options = 'options' in command ? (command.options ?? []) : [];
      return {
        ...command,
        id: '1',
        version: '2',
        name_localizations: null,
        dm_permission: false,
        options: options.length
          ? options.map((option) => ({ ...option, required: undefined }))
          : undefined,
      };
    })
    .reverse();
  expect(sameCommands(ours, theirs)).toBe(true);
  expect(sameCommands(ours, theirs.slice(1))).toBe(false);
  const changed = theirs.map((command) => ({ ...command, description: 'another' }));
  expect(sameCommands(ours, changed)).toBe(false);
});
