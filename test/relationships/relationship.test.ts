import { expect, it } from 'vitest';
import { relationshipOf } from '../../src/relationships/relationship.ts';

const none = { helps: 0, thankedHelps: 0 };

it.each([
  ['nothing known', none, undefined, 'cold', false],
  ['what is declared, without records', none, 'established', 'established', false],
  ['one help makes new', { helps: 1, thankedHelps: 0 }, 'established', 'new', true],
  [
    'two thanked helps make established',
    { helps: 2, thankedHelps: 2 },
    'cold',
    'established',
    true,
  ],
  ['two helps, one thanked, stay new', { helps: 2, thankedHelps: 1 }, 'cold', 'new', true],
  [
    'the helper’s word makes established',
    { ...none, helperSaid: 'known' },
    'cold',
    'established',
    true,
  ],
  [
    'strangers, whatever is declared',
    { ...none, helperSaid: 'strangers' },
    'established',
    'cold',
    true,
  ],
  [
    'a help after "strangers" makes new',
    { helps: 1, thankedHelps: 0, helperSaid: 'strangers' },
    'cold',
    'new',
    true,
  ],
] as const)('%s', (_name, facts, declared, relationship, recorded) => {
  expect(relationshipOf(facts, declared)).toEqual({ relationship, recorded });
});
