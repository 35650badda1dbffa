import { type Context, type Handlers, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import { seekerLeft } from './answers.ts';
import { apply } from './apply.ts';
import { isDraft } from './ask.ts';
import { consentSettled } from './views/introduced.ts';

/** The target's answers. Only the asked person's press counts. */
export const consentHandlers: Handlers<'consent' | 'refuse' | 'refuse-always'> = {
  consent: (context, { ask }) => consent(context, ask, 'said-yes'),
  refuse: (context, { ask }) => consent(context, ask, 'said-no'),
  'refuse-always': (context, { ask }) => consent(context, ask, 'said-never'),
};

async function consent(
  context: Context,
  id: string,
  said: 'said-yes' | 'said-no' | 'said-never',
): Promise<Reply> {
  const { by, words } = context;
  const names = said === 'said-yes' ? await namesOfThree(context, id) : undefined;
  if (names === 'seeker-left') return seekerLeft(context, id);
  return context.once(async (stores) => {
    const ask = await stores.asks.lock(id);
    if (!ask || isDraft(ask)) return say(words, 'again.gone');
    const { state } = ask;
    if (state.is !== 'with-target') return say(words, 'again.settled');
    if (state.person.who !== 'member' || state.person.user !== by.user) {
      return say(words, 'again.not-yours');
    }
    if (said === 'said-never') {
      const [member] = await stores.members.lock([by.user]);
      if (member) await stores.members.save({ ...member, refusesIntroductions: true });
    }
    const event = { event: said === 'said-yes' ? 'consent' : 'refuse' } as const;
    const targetRefusesAll = said === 'said-never';
    const done = await apply(stores, ask, event, { ...context, names, targetRefusesAll });
    if (!done) return say(words, 'again.settled');
    return { reply: 'update', view: consentSettled(done.ask, said, words) };
  });
}

async function namesOfThree(context: Context, id: string) {
  const ask = await context.read((stores) => stores.asks.get(id));
  if (!ask || isDraft(ask)) return undefined;
  const [seeker, helper, target] = await Promise.all([
    context.person(ask.seeker.user),
    context.person(ask.helper),
    context.person(context.by.user),
  ]);
  if (!seeker) return 'seeker-left';
  return { seeker: seeker.name, helper: helper?.name ?? '', target: target?.name ?? '' };
}
