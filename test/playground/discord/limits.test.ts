import { expect, it } from 'vitest';
import { ApiError, type ErrorTree } from '../../../adapters/playground/discord/api-error.ts';
import { checkCommands } from '../../../adapters/playground/discord/check-commands.ts';
import { checkMessage } from '../../../adapters/playground/discord/check-message.ts';
import { checkModal } from '../../../adapters/playground/discord/check-modal.ts';

const V2 = 32_768;
const text = (content: string) => ({ type: 10, content });
const button = (n: number, more: object = {}) => ({
  type: 2,
  style: 2,
  custom_id: `b${n}`,
  label: `B${n}`,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'A', value: 'a' }],
  ...more,
});
const label = (component: object, more: object = {}) => ({
  type: 18,
  label: 'Label',
  component,
  ...more,
});
const input = (more: object = {}) => ({ type: 4, style: 1, custom_id: 'i', ...more });
const modal = (...components: object[]) => ({ custom_id: 'm', title: 'Title', components });
const command = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'who', description: 'Who', ...more });

/** `path: CODE` for everything that is wrong. */
function problems(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { refusal } = error;
    return refusal.errors ? flat(refusal.errors) : [`${refusal.code}`];
  }
}

function flat(tree: ErrorTree, path: string[] = []): string[] {
  const own = (tree._errors ?? []).map(({ code }) => `${path.join('.')}: ${code}`);
  const below = Object.entries(tree).flatMap(([key, value]) =>
    key === '_errors' ? [] : flat(value as ErrorTree, [...path, key]),
  );
  return [...own, ...below];
}

it.each<[string, object, string[]]>([
  ['2,000 characters', { content: 'x'.repeat(2000) }, []],
  ['2,001 characters', { content: 'x'.repeat(2001) }, ['content: BASE_TYPE_MAX_LENGTH']],
  ['a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }, ['nonce: BASE_TYPE_MAX_LENGTH']],
  ['five rows', { components: many(5, (n) => row(button(n))) }, []],
  [
    'six rows',
    { components: many(6, (n) => row(button(n))) },
    ['components: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'six buttons in a row',
    { components: [row(...many(6, (n) => button(n)))] },
    ['components.0.components: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'the same custom_id twice',
    { components: [row(button(1)), row(button(1))] },
    ['components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a long label and a long custom_id',
    { components: [row(button(1, { label: 'x'.repeat(81), custom_id: 'x'.repeat(101) }))] },
    [
      'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    ],
  ],
  [
    'a link that is none',
    { components: [row({ type: 2, style: 5, label: 'Go', url: 'javascript:alert(1)' })] },
    ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'a select beside a button',
    { components: [row(select(), button(1))] },
    ['components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    '26 options',
    { components: [row(select({ options: many(26, (n) => ({ label: 'x', value: `${n}` })) }))] },
    ['components.0.components.0.options: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'long words in a select',
    {
      components: [
        row(
          select({
            placeholder: 'x'.repeat(151),
            options: [{ label: 'x'.repeat(101), value: '', description: 'x'.repeat(101) }],
          }),
        ),
      ],
    },
    [
      'components.0.components.0.placeholder: BASE_TYPE_MAX_LENGTH',
      'components.0.components.0.options.0.label: BASE_TYPE_BAD_LENGTH',
      'components.0.components.0.options.0.value: BASE_TYPE_REQUIRED',
      'components.0.components.0.options.0.description: BASE_TYPE_MAX_LENGTH',
    ],
  ],
  [
    'text displays without the flag',
    { components: [text('x')] },
    ['components.0.type: BASE_TYPE_CHOICES'],
  ],
  ['text displays', { flags: V2, components: [text('x')] }, []],
  [
    'content with components v2',
    { flags: V2, content: 'x', components: [text('x')] },
    ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  ['40 components', { flags: V2, components: many(40, () => text('x')) }, []],
  [
    '41 components, nested ones counted',
    { flags: V2, components: [...many(20, (n) => row(button(n))), text('x')] },
    ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    '4,001 characters in all',
    { flags: V2, components: [text('x'.repeat(2000)), text('x'.repeat(2001))] },
    ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  // Discord itself falls over these: https://github.com/discord/discord-api-docs/issues/8554
  ['too many bytes', { flags: V2, components: [text('語'.repeat(3387))] }, ['0']],
  ['just few enough bytes', { flags: V2, components: [text('語'.repeat(3386))] }, []],
  [
    'pinging everybody and somebody',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  [
    'an embed that is too long',
    { embeds: [{ title: 'x'.repeat(257) }] },
    ['embeds.0.title: BASE_TYPE_MAX_LENGTH'],
  ],
])('message: %s', (_, body, expected) => {
  expect(problems(() => checkMessage(body as Record<string, unknown>))).toEqual(expected);
});

it('names the path inside an interaction as Discord does', () => {
  const body = { content: 'x'.repeat(2001) };
  expect(problems(() => checkMessage(body, ['data']))).toEqual([
    'data.content: BASE_TYPE_MAX_LENGTH',
  ]);
});

it.each<[string, object, string[]]>([
  ['five labels', modal(...many(5, (n) => label(input({ custom_id: `${n}` })))), []],
  [
    'six labels',
    modal(...many(6, (n) => label(input({ custom_id: `${n}` })))),
    ['data.components: BASE_TYPE_BAD_LENGTH'],
  ],
  ['nothing to fill in', modal(), ['data.components: BASE_TYPE_BAD_LENGTH']],
  [
    'a long title',
    { ...modal(label(input())), title: 'x'.repeat(46) },
    ['data.title: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a long label with a long description',
    modal(label(input(), { label: 'x'.repeat(46), description: 'x'.repeat(101) })),
    [
      'data.components.0.label: BASE_TYPE_BAD_LENGTH',
      'data.components.0.description: BASE_TYPE_BAD_LENGTH',
    ],
  ],
  [
    'a long placeholder and a huge input',
    modal(label(input({ placeholder: 'x'.repeat(101), max_length: 4001 }))),
    [
      'data.components.0.component.placeholder: BASE_TYPE_MAX_LENGTH',
      'data.components.0.component.max_length: NUMBER_TYPE_MAX',
    ],
  ],
  [
    'a value longer than the input',
    modal(label(input({ max_length: 5, value: 'x'.repeat(6) }))),
    ['data.components.0.component.value: BASE_TYPE_MAX_LENGTH'],
  ],
  ['a button', modal(label(button(1))), ['data.components.0.component.type: BASE_TYPE_CHOICES']],
  [
    'the same custom_id twice',
    modal(label(input()), label(input())),
    ['data.components.1.component.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  ['a text and a row of old', modal(text('x'), row(input({ label: 'Old' }))), []],
])('modal: %s', (_, data, expected) => {
  expect(problems(() => checkModal(data))).toEqual(expected);
});

it.each<[string, object[], string[]]>([
  ['a plain one', [command()], []],
  ['letters of other scripts', [command({ name: 'kysy-esittelyä', description: 'Kysy' })], []],
  ['capitals', [command({ name: 'Ask' })], ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
  ['spaces', [command({ name: 'ask intro' })], ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
  ['33 characters', [command({ name: 'x'.repeat(33) })], ['0.name: BASE_TYPE_BAD_LENGTH']],
  ['no description', [{ name: 'ask' }], ['0.description: BASE_TYPE_REQUIRED']],
  [
    'a long description in German',
    [command({ description_localizations: { de: 'x'.repeat(101) } })],
    ['0.description_localizations.de: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a language that Discord does not have',
    [command({ name_localizations: { ar: 'x' } })],
    ['0.name_localizations.ar: LOCALE_INVALID'],
  ],
  [
    '26 options',
    [command({ options: many(26, (n) => option({ name: `o${n}` })) })],
    ['0.options: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'required after optional',
    [command({ options: [option(), option({ name: 'what', required: true })] })],
    ['0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    '26 choices',
    [command({ options: [option({ choices: many(26, (n) => ({ name: 'x', value: `${n}` })) })] })],
    ['0.options.0.choices: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a context that is none',
    [command({ contexts: [3], integration_types: [] })],
    ['0.contexts.0: BASE_TYPE_CHOICES', '0.integration_types: BASE_TYPE_BAD_LENGTH'],
  ],
  ['the same name twice', [command(), command()], ['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME']],
  ['the same name of another kind', [command(), { type: 2, name: 'ask' }], []],
  [
    'a description on a member command',
    [{ type: 2, name: 'Ask', description: 'x' }],
    ['0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION'],
  ],
  ['101 commands', many(101, (n) => command({ name: `c${n}` })), ['30032']],
])('command: %s', (_, body, expected) => {
  expect(problems(() => checkCommands(body))).toEqual(expected);
});
