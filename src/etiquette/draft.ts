import { z } from 'zod';
import { relationships } from '../relationships/relationship.ts';

/** What a text is for. */
export const draftKinds = ['ask', 'question', 'reminder', 'thanks', 'permission'] as const;

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
      /** Firms that the helper offers to help with: a team there may be asked for by anybody. */
      offeredCompanies: z.array(z.string()).optional(),
    })
    .optional(),
});
export type ReviewContext = z.input<typeof reviewContextSchema>;
export type About = NonNullable<ReviewContext['about']>;
