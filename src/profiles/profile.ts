/** A member's networking profile: one page, which goes with their asks. */
export interface Profile {
  user: string;
  /** Who they are, in a line. */
  headline: string;
  skills?: string;
  experience?: string;
  /** Roles and firms they aim for. */
  aims?: string;
  /** A link. */
  resume?: string;
}
