import type { types } from '@slack/bolt';
import type { Acted } from '../pane.ts';
import { isRecord } from './checks.ts';
import type { Acknowledgement } from './delivery.ts';
import type { Dispatch } from './dispatch.ts';
import { blockSuggestionPayload, type Place } from './payloads.ts';
import type { Resident } from './state.ts';
import type { Workspace } from './workspace.ts';

/** Where the acts of personas lead. */
export interface Scene {
  workspace: Workspace;
  dispatch: Dispatch;
}

/** What Slack's client shows when the app did not answer, or answered with an error. */
export function unanswered(what: string, answer: Acknowledgement): Acted {
  const error = answer.acknowledged ? 'dispatch_unknown_error' : answer.error;
  return { ok: false, error: `${what} failed with the error "${error}"`, answeredInMs: answer.ms };
}

/** Asks the app for a picker's options; the one whose value or label was typed, or the first that contains it. */
export async function askForOption(
  { dispatch }: Scene,
  resident: Resident,
  place: Place,
  asked: { blockId: string; actionId: string; value: string },
): Promise<types.PlainTextOption | undefined> {
  const payload = blockSuggestionPayload(resident, place, asked);
  const { first } = await dispatch.action({ type: 'interactive', payload });
  if (!first.acknowledged || !isRecord(first.body)) return undefined;
  const options = Array.isArray(first.body.options)
    ? (first.body.options as types.PlainTextOption[])
    : [];
  const wanted = asked.value.toLowerCase();
  return (
    options.find(({ value, text }) => value === asked.value || text.text === asked.value) ??
    options.find(({ text }) => text.text.toLowerCase().includes(wanted))
  );
}
