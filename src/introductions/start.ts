import type { Context } from '../context.ts';
import type { Reply } from '../effect.ts';
import type { Request } from '../intent.ts';
import type { Draft, Target } from './ask.ts';
import { askForm } from './forms.ts';
import { aimedAt, keepDraft } from './keep-draft.ts';
import { personHitch } from './people.ts';
import { draftCard, type Hitch, unsentView } from './views/draft.ts';

/**
 * The command. What was written before and not sent is never in the way and never lost: the form comes filled in with what
 * was meant for the same helper; without a form to open, the latest of it is offered first.
 */
export async function start(
  context: Context,
  { helper, target }: Extract<Request, { type: 'ask-intro' }>,
): Promise<Reply> {
  const { by, words, now, deps } = context;
  const id = deps.ids.next();
  const targetUser = target && 'user' in target ? target.user : undefined;
  const spoken = target && 'text' in target ? target.text.trim() : undefined;
  // When the platform can't say who they are, the form comes all the same: they are looked up again when it is sent.
  const look = (whose: 'helper' | 'target', user: string | undefined) =>
    user ? personHitch(context, whose, user).catch(() => undefined) : undefined;
  const hitch =
    (await look('helper', helper)) ??
    (await look('target', targetUser === helper ? undefined : targetUser));

  if (helper && targetUser && !hitch) {
    const aim = targetUser === helper ? ({ who: 'helper' } as const) : aimedAt(targetUser);
    return { reply: 'form', form: await filledForm(context, id, helper, aim) };
  }
  const draft: Draft = {
    id,
    seeker: by,
    createdAt: now,
    state: { is: 'draft', at: now },
    helper: hitch?.whose === 'helper' ? undefined : helper,
    target: targetUser && hitch?.whose !== 'target' ? aimedAt(targetUser) : undefined,
    ...(spoken ? { words: { spoken } } : {}),
  };
  const named: Hitch | undefined =
    !hitch && !helper && spoken?.startsWith('@')
      ? { key: 'person.nobody-by-name', values: { name: spoken } }
      : hitch;
  return context.once(async (stores) => {
    const [unsent] = await stores.asks.draftsOfSeeker(by.user);
    const kept = await keepDraft(
      stores,
      named === hitch ? draft : { ...draft, words: undefined },
      now,
    );
    const view = unsent ? unsentView(unsent, kept.id, words, named) : draftCard(kept, words, named);
    return { reply: 'message', view };
  });
}

/**
 * The form for this helper and this target, with what was written to that helper and not sent. With the same target it is
 * that draft that goes on; for another one its words serve a new one, and it stays.
 */
async function filledForm(
  context: Context,
  id: string,
  helper: string,
  aim: Exclude<Target, { name: string }>,
) {
  const { by, words } = context;
  const drafts = await context.read((stores) => stores.asks.draftsOfSeeker(by.user));
  const toThem = drafts.filter((draft) => draft.helper === helper);
  const same = toThem.find(({ target }) => !target || isSame(target, aim));
  const unsent = same ?? toThem[0];
  const code = aim.who === 'helper' ? 'h' : (`m:${aim.user}` as const);
  const send = { type: 'send-ask', ask: same?.id ?? id, helper, target: code } as const;
  return askForm(send, unsent?.words ?? {}, words);
}

const isSame = (a: Target, b: Target): boolean =>
  a.who === 'member' ? b.who === 'member' && a.user === b.user : a.who === b.who;
