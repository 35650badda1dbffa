import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import type {
  Act,
  Acted,
  Pane,
  PaneButton,
  PaneField,
  PanePart,
} from '../../adapters/playground/pane.ts';
import type { PlatformName } from '../../src/member.ts';
import { read, type Spot, spots, type Where } from './reading.ts';

/** Somebody in a local community, who does and sees what the page's interface lets them. */
export interface Actor {
  handle: string;
  /** The platform's own user id. */
  user: string;
  pane(): Promise<Pane>;
  /** What they have before their eyes, as text. */
  reads(where?: Where): Promise<string>;
  /** Does one thing, as it comes; also what the platform refuses. */
  act(act: Act): Promise<Acted>;
  /** Closes whatever form is open and runs a command. */
  command(text: string, where?: { in?: string }): Promise<Acted>;
  /** Presses the latest button of that name, once it is there. */
  press(label: string, where?: Where): Promise<Acted>;
  /** The act that pressing it is. */
  button(label: string, where?: Where): Promise<Extract<Act, { do: 'press' }>>;
  /** Takes an option, by its label or value, from the select with that placeholder. */
  choose(placeholder: string, option: string): Promise<Acted>;
  /** The form that has fields with these labels (or beginnings of them), once it is open. */
  form(...labels: string[]): Promise<NonNullable<Pane['modal']>>;
  /** Answers the open form and sends it; options by label or value. */
  fill(answers: Record<string, string>): Promise<Acted>;
  dismiss(): Promise<void>;
  /** Waits until this can be read, `times` times if given. */
  sees(text: string | RegExp, where?: Where, times?: number): Promise<void>;
  /** Waits until this can be read no longer. */
  losesSightOf(text: string | RegExp, where?: Where): Promise<void>;
  /** None of this can be read now. */
  seesNone(...texts: string[]): Promise<void>;
}

const LOOK_MS = 15;

export interface ActorOptions {
  platform: PlatformName;
  handle: string;
  user: string;
  /** GET and POST on the page's interface, `/try/…`. */
  call(path: string, body?: object): Promise<unknown>;
  /** In real milliseconds. */
  patience: number;
  /** Told of every act that the app answered. */
  answered(what: string, acted: Acted): void;
}

export function createActor(options: ActorOptions): Actor {
  const { platform, handle, user, call, patience, answered } = options;
  const path = `/${platform}/${handle}`;
  const who = `${handle} on ${platform}`;
  const pane = async () => (await call(path)) as Pane;

  /** Looks until `find` finds something. */
  async function until<T>(what: string, find: (pane: Pane) => T | undefined): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      const seen = await pane();
      const found = find(seen);
      if (found !== undefined) return found;
      if (performance.now() > end) throw new Error(`${who} ${what}. They see:\n${read(seen)}`);
      await delay(LOOK_MS);
    }
  }

  async function act(doing: Act): Promise<Acted> {
    const acted = (await call(path, doing)) as Acted;
    answered(doing.do === 'command' ? (doing.text.split(' ')[0] ?? '') : doing.do, acted);
    return acted;
  }

  async function done(doing: Act): Promise<Acted> {
    const acted = await act(doing);
    expect(acted, `${who}: ${JSON.stringify(doing)}`).toMatchObject({ ok: true });
    return acted;
  }

  async function dismiss(): Promise<void> {
    while ((await pane()).modal) await done({ do: 'dismiss' });
  }

  const button: Actor['button'] = (label, where) =>
    until(`never saw the button "${label}"`, (seen) => {
      const found = latest(spots(seen, where), (part) =>
        part.part === 'buttons' ? part.buttons.find((one) => one.label === label) : undefined,
      );
      return found && { do: 'press', message: found.spot.id, button: found.it.id };
    });

  const self: Actor = {
    handle,
    user,
    pane,
    reads: async (where) => read(await pane(), where),
    act,
    button,
    dismiss,

    async command(text, where = {}) {
      await dismiss();
      return done({ do: 'command', text, ...where });
    },

    async press(label, where) {
      const press = await button(label, where);
      if (press.message !== 'modal') await dismiss();
      return done(press);
    },

    async choose(placeholder, option) {
      const found = await until(`never saw the choice "${placeholder}"`, (seen) =>
        latest(spots(seen), (part) =>
          part.part === 'select' && part.placeholder === placeholder ? part : undefined,
        ),
      );
      const { it, spot } = found;
      return done({
        do: 'choose',
        message: spot.id,
        select: it.id,
        value: optionValue(it.options, option),
      });
    },

    form: (...labels) =>
      until(`never saw a form with ${labels.join(', ')}`, ({ modal }) =>
        modal && labels.every((label) => fieldOf(modal.fields, label)) ? modal : undefined,
      ),

    async fill(answers) {
      const { fields } = await self.form(...Object.keys(answers));
      const values = Object.entries(answers).map(([label, answer]): [string, string] => {
        const field = fieldOf(fields, label);
        return [field?.id ?? label, optionValue(field?.options ?? [], answer)];
      });
      return done({ do: 'submit', values: Object.fromEntries(values) });
    },

    async sees(text, where, times = 1) {
      const what = times === 1 ? `never saw "${text}"` : `didn't see "${text}" ${times} times`;
      await until(what, (seen) => (count(read(seen, where), text) >= times ? true : undefined));
    },

    async losesSightOf(text, where) {
      await until(`still sees "${text}"`, (seen) =>
        count(read(seen, where), text) === 0 ? true : undefined,
      );
    },

    async seesNone(...texts) {
      const seen = await self.reads();
      for (const text of texts) expect(seen, `${who} may not see this`).not.toContain(text);
    },
  };
  return self;
}

/** How often a text stands in another. */
export const count = (seen: string, text: string | RegExp): number =>
  typeof text === 'string'
    ? seen.split(text).length - 1
    : [...seen.matchAll(new RegExp(text.source, `g${text.flags.replace('g', '')}`))].length;

function latest<T>(
  among: Spot[],
  find: (part: PanePart) => T | undefined,
): { it: T; spot: Spot } | undefined {
  for (const spot of among.toReversed()) {
    for (const part of spot.parts) {
      const it = find(part);
      if (it) return { it, spot };
    }
  }
  return undefined;
}

const fieldOf = (fields: PaneField[], label: string): PaneField | undefined =>
  fields.find((field) => field.label.startsWith(label));

const optionValue = (options: { value: string; label: string }[], said: string): string =>
  options.find(({ label }) => [said, `@${said}`, `#${said}`].includes(label))?.value ?? said;

/** All buttons of a pane, by label. */
export const labelsOf = (pane: Pane): string[] =>
  spots(pane).flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.part === 'buttons' ? part.buttons.map(({ label }: PaneButton) => label) : [],
    ),
  );
