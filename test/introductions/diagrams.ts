import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AskState, openStates } from '../../src/introductions/ask.ts';
import { type AskEventName, transition } from '../../src/introductions/transition.ts';
import { events, now, states, told } from './states.ts';

/** `npm run docs`: the states of an ask and what leads from one to the next, drawn from the code. */

export const diagramFile = join(import.meta.dirname, '../../docs/asks.md');

/** What an event is, in a word or two. */
const labels: Record<AskEventName, string> = {
  send: 'sent',
  introduce: 'the helper offers',
  talk: 'happy to talk',
  'need-more': 'a question',
  'hold-info': 'an answer held back',
  'give-info': 'the answer',
  'lend-name': 'name lent',
  point: 'a pointer',
  'not-now': 'not now, a date',
  decline: 'no',
  pass: 'not now, and nobody is left',
  consent: 'the target consents',
  refuse: 'the target declines',
  'note-sent': 'introduced by mail',
  'note-dropped': 'it didn’t work out',
  remind: 'the one reminder',
  unsnooze: 'the date',
  expire: 'time is over',
  undelivered: 'closed DMs',
  seen: 'seen at their next use',
  withdraw: 'taken back',
  left: 'somebody left',
  'too-late': 'the last day is over',
};

const kinds = {
  'An introduction, or a talk': {
    person: ['member', 'outside'],
    without: ['pass', 'too-late'],
    other: {},
  },
  'A referral': {
    person: ['firm'],
    without: ['talk', 'not-now', 'unsnooze', 'remind', 'consent', 'refuse'],
    other: { 'note-sent': 'submitted', introduce: 'I’ll refer you' },
  },
} as const;

const personOf = (state: AskState): string | undefined => {
  const turn = state.is === 'undelivered' ? state.turn : state;
  return turn.is === 'with-target' ? turn.person.who : undefined;
};

function diagram({ person, without, other }: (typeof kinds)[keyof typeof kinds]): string {
  const arrows = new Map<string, Set<string>>();
  for (const state of Object.values(states) as AskState[]) {
    const who = personOf(state);
    if (who && !(person as readonly string[]).includes(who)) continue;
    for (const name of Object.keys(events) as AskEventName[]) {
      if ((without as readonly string[]).includes(name)) continue;
      const event =
        name === 'introduce' ? { ...events[name], person: someone(person[0]) } : events[name];
      const next = transition(state, event, now, told);
      if (!next) continue;
      const arrow = `${state.is} --> ${next.is}`;
      arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add({ ...labels, ...other }[name]));
    }
  }
  const reached = reachable([...arrows.keys()]);
  const drawn = [...arrows].filter(([arrow]) => reached.has(arrow.split(' ')[0] ?? ''));
  const lines = ['[*] --> draft'];
  for (const [arrow, says] of drawn) lines.push(`${arrow}: ${[...says].join(', ')}`);
  for (const state of reached) {
    const isOpen = state === 'draft' || (openStates as readonly string[]).includes(state);
    if (!isOpen) lines.push(`${state} --> [*]`);
  }
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

const someone = (who: 'member' | 'firm') =>
  who === 'member' ? ({ who, user: 'leila' } as const) : ({ who, name: 'Northwind' } as const);

/** The states that a draft can come to. */
function reachable(arrows: string[]): Set<string> {
  const found = new Set(['draft']);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const arrow of arrows) {
      const [from = '', , to = ''] = arrow.split(' ');
      if (found.has(from)) found.add(to);
    }
  }
  return found;
}

export function diagrams(): string {
  const parts = Object.entries(kinds).map(([title, kind]) => `## ${title}\n\n${diagram(kind)}`);
  return `# How an ask goes

Drawn from the code by \`npm run docs\`. A box is a state as it is stored; what its seeker may know of it is less
(\`src/introductions/standing.ts\`): until they are told of an end, every state but \`needs-info\` and \`snoozed\` reads as “with your
helper”.

${parts.join('\n\n')}

A referral goes from one insider to the next at a no, a “not now”, a silence, closed DMs and when a promised referral doesn’t work out;
only where nobody is left, or no time, does it end as drawn. \`declined\` and \`expired\` keep when the seeker is told; taken back
before that, they stay what they are, and the message is called off.
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(diagramFile, diagrams());
