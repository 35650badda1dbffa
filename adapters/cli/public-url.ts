import { InvalidArgumentError } from 'commander';

/** Where Slack sends its requests when it comes over HTTP. */
export const SLACK_PATH = '/slack/events';

/** Goodword's public address as typed, completed to where Slack's requests go. Slack wants https. */
export function publicUrlOf(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash) {
    throw new InvalidArgumentError('Use an address like https://goodword.example.');
  }
  const path = url.pathname.replace(/\/$/, '');
  url.pathname = path.endsWith(SLACK_PATH) ? path : `${path}${SLACK_PATH}`;
  return url.href;
}
