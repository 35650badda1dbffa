import { z } from 'zod';
import { relationships } from '../relationships/relationship.ts';

/** What a text is for. */
export const draftKinds = ['ask', 'question', 'reminder', 'thanks', 'permission'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** The texts of a draft, as typed. A finding's span names one of them. */
export const draftFieldsSchema = z.object({
  note: z.string(),
  purpose: z.string().optional(),
  /** The opening or field: role, company, link. */
  opening: z.string().optional(),
  offer: z.string().optional(),
});
export type DraftFields = z.infer<typeof draftFieldsSchema>;
export type FieldName = keyof DraftFields;
/** In the order in which a form shows them. */
export const fieldNames = ['purpose', 'opening', 'note', 'offer'] as const satisfies FieldName[];

export const draftSchema = z.object({
  kind: z.enum(draftKinds).default('ask'),
  fields: draftFieldsSchema,
});
/** A text before it goes out. */
export type Draft = z.input<typeof draftSchema>;

const count = z.int().min(0);
/** A day, `2026-11-30`. */
const day = z.iso.date();

/** How the seeker files a contact; private. */
export const tiers = [
  'advocate',
  'well-wisher',
  'on-request',
  'busy',
  'silent',
  'naysayer',
] as const;

/** What happened between the two before, as counts and days. Each may be missing; then its rule has nothing to say. */
export const historySchema = z.object({
  /** An ask to this helper is open since that day. */
  openAskSince: day.optional(),
  /** The seeker's last ask to this helper. */
  lastAskOn: day.optional(),
  /** The helper's own rhythm: at least so many days between asks. */
  helperRhythmDays: z.number().min(0).optional(),
  /** The rhythm that suits this contact by the seeker's own list. */
  usualRhythmDays: z.number().min(0).optional(),
  /** After a no the pair rests, until that day. */
  restsUntil: day.optional(),
  /** Helps by this helper that the seeker never thanked for. */
  unthankedHelps: count.optional(),
  /** All helps that the seeker received from this helper, and what they gave or offered back. */
  helpsReceived: count.optional(),
  givenBack: count.optional(),
  /** The seeker's asks of the last 30 days, and how many of them to this helper, this one not counted. */
  asksIn30Days: count.optional(),
  asksToHelperIn30Days: count.optional(),
  /** How many others offer the same help. */
  othersWhoOffer: count.optional(),
  /** Of a reminder: when the ask went out, how long one waits, and how many reminders went already. */
  askedOn: day.optional(),
  waitingDays: z.number().min(0).optional(),
  remindersSent: count.optional(),
  tier: z.enum(tiers).optional(),
  /** The helper takes no asks before that day. */
  helperPausedUntil: day.optional(),
  /** The helper has as many asks as they take a month, until that day. */
  helperFullUntil: day.optional(),
  /** The seeker has a networking profile. */
  hasProfile: z.boolean().optional(),
});
export type History = z.infer<typeof historySchema>;

/** What is known about the two people and the ask. Everything may be missing. */
export const reviewContextSchema = z.object({
  /** How well the helper knows the seeker. */
  relationship: z.enum(relationships).default('cold'),
  /** The relationship is what the seeker said, not what is on record. */
  declared: z.boolean().optional(),
  /** What the form and the profiles say; a rewrite says nothing that isn't here. */
  about: z
    .object({
      /** The line of work the seeker wants to get into, as it stands after "in": `dialysis nursing`. */
      field: z.string().optional(),
      company: z.string().optional(),
      role: z.string().optional(),
      /** Who the seeker is, in a line: the profile's headline. */
      headline: z.string().optional(),
      /** Firms that the helper offers to help with: a team there may be asked for by anybody. */
      offeredCompanies: z.array(z.string()).optional(),
    })
    .optional(),
  history: historySchema.optional(),
  /** The texts' language where it is known, a BCP 47 tag; by default it is found from the texts. */
  language: z.string().optional(),
  /** The day on which the draft is written. */
  today: day.optional(),
});
export type ReviewContext = z.input<typeof reviewContextSchema>;
export type About = NonNullable<ReviewContext['about']>;
