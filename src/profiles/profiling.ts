import { findingBlocks } from '../checking/finding-blocks.ts';
import type { Context, Handlers } from '../context.ts';
import type { Reply } from '../effect.ts';
import { review } from '../etiquette/review.ts';
import type { FieldErrors, Form, Values } from '../form.ts';
import { checkForm, formAgain, isBlank } from '../form-check.ts';
import { small, text } from '../introductions/views/describe.ts';
import type { Messages } from '../messages/messages.ts';
import { webLink } from '../referrals/forms.ts';
import { dateIn } from '../time.ts';
import type { Block, Button, View } from '../view.ts';
import type { Profile } from './profile.ts';
import { profileBlocks } from './views.ts';

type Profiling = 'networking-profile' | 'edit-profile' | 'send-profile' | 'remove-profile';

const limits = { headline: 120, text: 400, link: 500 };

/** The one page about oneself that goes with every ask. */
export const profileHandlers: Handlers<Profiling> = {
  'networking-profile': async (context) => ({
    reply: 'message',
    view: profileView(await own(context), context.words),
  }),
  'edit-profile': async (context) => ({
    reply: 'form',
    form: profileForm(await own(context), context.words),
  }),
  'send-profile': send,
  'remove-profile': (context) =>
    context.once(async (stores) => {
      await stores.profiles.remove(context.by.user);
      return { reply: 'update', view: profileView(undefined, context.words) };
    }),
};

const own = ({ read, by }: Context): Promise<Profile | undefined> =>
  read((stores) => stores.profiles.get(by.user));

const given = (value: string | undefined) => (value ? { value } : {});

function profileForm(profile: Partial<Profile> = {}, words: Messages): Form {
  const paragraph = (id: 'skills' | 'experience' | 'aims') =>
    ({
      id,
      kind: 'paragraph',
      label: words.text(`profile.${id}`),
      hint: words.text(`profile.${id}-hint`),
      required: false,
      maxLength: limits.text,
      ...given(profile[id]),
    }) as const;
  return {
    title: words.text('profile.title'),
    submit: words.text('offer.submit'),
    send: { type: 'send-profile' },
    fields: [
      {
        id: 'headline',
        kind: 'line',
        label: words.text('profile.headline'),
        hint: words.text('profile.headline-hint'),
        required: true,
        maxLength: limits.headline,
        ...given(profile.headline),
      },
      paragraph('skills'),
      paragraph('experience'),
      paragraph('aims'),
      {
        id: 'resume',
        kind: 'line',
        label: words.text('referral.resume'),
        hint: words.text('referral.link-hint'),
        required: false,
        maxLength: limits.link,
        ...given(profile.resume),
      },
    ],
  };
}

async function send(context: Context, { values }: { values: Values }): Promise<Reply> {
  const { words, now, by } = context;
  const said = (id: string): string | undefined => {
    const value = values[id] ?? '';
    return isBlank(value) ? undefined : value.trim();
  };
  const form = profileForm(undefined, words);
  const errors: FieldErrors = checkForm(form, values, dateIn(now, 'UTC'), words);
  const typed = said('resume');
  const resume = typed && webLink(typed);
  if (typed && !resume) errors.resume = words.text('referral.link-wrong');
  const headline = said('headline');
  if (!headline || Object.keys(errors).length > 0) {
    return formAgain(form, values, errors);
  }
  const more = Object.fromEntries(
    Object.entries({
      skills: said('skills'),
      experience: said('experience'),
      aims: said('aims'),
      resume,
    }).filter(([, value]) => value !== undefined),
  );
  const profile: Profile = { user: by.user, headline, ...more };
  return context.once(async (stores) => {
    const { policy } = await stores.community.settings();
    const note = [headline, ...Object.values(more)].join('\n');
    const reviewed = review({ fields: { note } }, { relationship: 'established' }, policy.review);
    if (reviewed.verdict === 'block') {
      return {
        reply: 'message',
        view: { blocks: findingBlocks(reviewed, note, words) },
      };
    }
    await stores.profiles.save(profile);
    return { reply: 'message', view: profileView(profile, words) };
  });
}

function profileView(profile: Profile | undefined, words: Messages): View {
  const heading = words.text('profile.heading');
  const blocks: Block[] = [{ node: 'heading', text: heading }];
  blocks.push(
    ...(profile ? profileBlocks(profile, words) : [text(words, 'profile.none')]),
    small(words, 'profile.readers'),
  );
  const buttons: Button[] = [
    {
      label: words.text(profile ? 'draft.edit' : 'profile.write'),
      style: 'agree',
      press: { type: 'edit-profile' },
    },
  ];
  if (profile) {
    buttons.push({ label: words.text('profile.remove'), press: { type: 'remove-profile' } });
  }
  blocks.push({ node: 'buttons', buttons });
  return { summary: heading, blocks };
}
