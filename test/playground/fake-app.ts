import type { Act, PaneCommand, PaneModal, PanePart } from '../../adapters/playground/pane.ts';
import type { PlatformName } from '../../src/member.ts';

/** What the small app behind the fake platform says and asks. */
export const commands: PaneCommand[] = [
  {
    name: 'ask-intro',
    description: 'Ask somebody you know for an introduction, or for a short talk about their work',
    usage: '[@helper] [@person, or a name]',
  },
  { name: 'thank', description: 'Thank somebody who helped you', usage: '[@helper]' },
  {
    name: 'helpers',
    description: 'See who helped this week, and your own standing',
    usage: '',
  },
  { name: 'goodword', description: 'What Goodword does, and its settings', usage: '' },
];

export const asked = (handle: string, name: string, note: string): PanePart[] => [
  { part: 'heading', text: `${name} asks you for an introduction` },
  {
    part: 'text',
    content: [
      { text: name, mention: true },
      { text: ' would like to meet ' },
      { text: 'Leila Moreau', mention: true },
      { text: ' to ' },
      { text: 'learn about the work', strong: true },
      { text: '.' },
    ],
  },
  { part: 'quote', content: [{ text: note }] },
  {
    part: 'context',
    content: [
      { text: 'Nobody else was asked. ' },
      { text: 'Her profile', link: 'https://example.com/profile' },
    ],
  },
  {
    part: 'buttons',
    buttons: [
      { id: `yes-${handle}`, label: "I'll introduce you", style: 'primary' },
      { id: `no-${handle}`, label: 'No', style: 'default' },
    ],
  },
];

/** On the fake Discord as on the real one: no commands in private messages, and some options complete. */
export function suggestions(
  platform: PlatformName,
  act: Extract<Act, { do: 'suggest' }>,
): { value: string; label: string }[] {
  if (act.text === '/') {
    if (platform === 'discord' && act.in?.startsWith('dm-')) return [];
    return commands.map(({ name }) => ({ value: `/${name} `, label: name }));
  }
  const banks = platform === 'discord' && act.text.endsWith('target:');
  return (banks ? ['Fjord Bank', 'Harbour Bank'] : []).map((label) => ({
    value: act.text + label,
    label,
  }));
}

export const para = (text: string): PanePart => ({ part: 'text', content: [{ text }] });

export const partsText = (parts: PanePart[]): string =>
  parts
    .map((part) => {
      if ('content' in part) return part.content.map((one) => one.text).join('');
      return 'text' in part ? part.text : '';
    })
    .filter(Boolean)
    .join(' ');

export const blocked = (note: string): PanePart[] => [
  { part: 'heading', text: 'Not sent yet' },
  para('People are willing, and busy: say what you are looking for, so that Tom knows what to do.'),
  { part: 'quote', content: [{ text: note }] },
  {
    part: 'list',
    items: [
      [{ text: 'Name the field, the firm or the role.' }],
      [{ text: 'Say why it matters to you.', italic: true }],
    ],
  },
  {
    part: 'buttons',
    buttons: [
      { id: 'edit', label: 'Edit', style: 'primary' },
      { id: 'discard', label: 'Discard', style: 'danger' },
    ],
  },
];

export const askForm = (note: string): PaneModal => ({
  id: 'ask',
  title: 'Ask for an introduction',
  submit: 'Check and send',
  close: 'Cancel',
  parts: [
    {
      part: 'text',
      content: [
        { text: 'To ' },
        { text: 'Tom Okafor', strong: true },
        { text: ', about Leila Moreau.' },
      ],
    },
  ],
  fields: [
    {
      id: 'purpose',
      label: 'What is it for?',
      kind: 'choice',
      required: true,
      value: 'learn',
      options: [
        { value: 'learn', label: 'Learn about the work' },
        { value: 'meet', label: 'Meet the team' },
        { value: 'opening', label: 'A specific opening' },
      ],
    },
    {
      id: 'about',
      label: 'The opening or field',
      hint: 'A role, a company, a link',
      kind: 'line',
      required: true,
      maxLength: 150,
      placeholder: 'Product designer at Fjord Bank',
      value: '',
    },
    {
      id: 'note',
      label: 'Your note',
      hint: 'Why them, why you, why now. It goes to them word for word.',
      kind: 'paragraph',
      required: true,
      maxLength: 1500,
      value: note,
    },
    {
      id: 'offer',
      label: 'What can you offer in return?',
      kind: 'line',
      required: false,
      maxLength: 300,
      value: '',
    },
  ],
});
